//! What a spec says of each operation, beyond its types: collected once, for the `operations` module and for the docs.

use serde_json::Value;

use crate::certainty::Provenance;
use crate::client_header::ClientHeader;
use crate::error::Error;
use crate::idempotency;
use crate::key_field;
use crate::markdown;
use crate::rust_name;
use crate::spec::answers::Answers;
use crate::spec::arguments::ARGUMENT;
use crate::spec::client_default;
use crate::spec::media::Kind as BodyKind;
use crate::spec::parameter_places::COOKIE;
use crate::spec::sensitive::{self, Kind};
use crate::spec::template::Template;
use crate::spec::{
    Object, Operation, Spec, component, describe, escape, form_parts, is_true,
    parameters as styles, request_bodies, several_bodies, text,
};

/// One operation of the spec.
#[derive(Clone, Debug)]
pub(crate) struct Facts {
    pub(crate) id: String,
    pub(crate) method: String,
    /// As the spec has it.
    pub(crate) path: String,
    /// What of it is sent as a path.
    pub(crate) template: String,
    /// What of it is sent as a query: name and value.
    pub(crate) fixed_query: Vec<(String, String)>,
    pub(crate) summary: String,
    pub(crate) description: String,
    /// The provider would rather have it used no more.
    pub(crate) deprecated: bool,
    pub(crate) retry: Retry,
    /// The provider stores its first answer under the key.
    pub(crate) replays: bool,
    /// The header that carries the idempotency key.
    pub(crate) key_header: Option<String>,
    /// The field of the body by which the provider knows a repeat.
    pub(crate) key_field: Option<String>,
    /// A header that may be set for all requests of a client.
    pub(crate) client_header: Option<ClientHeader>,
    /// The status that means that the first request under the same key is in work.
    pub(crate) in_progress: Option<u16>,
    /// What is sent as the body.
    pub(crate) body: Option<SentBody>,
    /// A success may come without a body.
    pub(crate) may_be_empty: bool,
    /// What it may be answered with: statuses, each with what the spec says of it.
    pub(crate) answers: Vec<(String, String)>,
    /// The media types of its successes, where they aren't JSON alone.
    pub(crate) accept: Option<String>,
    /// Its successes are redirects.
    pub(crate) redirects: bool,
    /// `None` where the spec doesn't say.
    pub(crate) provenance: Option<Provenance>,
    /// The host that the path lives on, where it isn't the base URL.
    pub(crate) server: Option<String>,
    /// Sent without a token.
    pub(crate) public: bool,
    pub(crate) sensitive: Vec<(Place, String, Kind)>,
    pub(crate) parameters: Vec<Parameter>,
}

/// What may be done after a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Retry {
    Safe,
    Keyed,
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Body,
    Query,
    Path,
    Header,
}

/// A parameter or the body.
#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    /// On the wire.
    pub(crate) name: String,
    /// The argument's name in Rust.
    pub(crate) argument: String,
    /// Its name in a request, where the argument isn't named after it.
    pub(crate) sent_as: Option<String>,
    pub(crate) place: Place,
    /// A header that is written into `Cookie`.
    pub(crate) is_cookie: bool,
    pub(crate) required: bool,
    /// Where the request has none, its client may.
    pub(crate) of_client: bool,
    /// How it is written, where that isn't the plain way.
    pub(crate) style: Option<&'static str>,
    /// Whether it is a single value.
    pub(crate) is_one_text: bool,
    pub(crate) words: String,
}

/// What is sent as the body of an operation.
#[derive(Clone, Debug)]
pub(crate) struct SentBody {
    pub(crate) kind: BodyKind,
    /// What it says that it is.
    pub(crate) media_type: String,
    /// The fields of a form that have a style of their own, as `florin_core::PairStyle` calls it.
    pub(crate) styles: Vec<(String, &'static str)>,
    /// The parts of a form of several that have a media type of their own.
    pub(crate) parts: Vec<(String, String)>,
    /// A form of several parts that the caller puts together.
    pub(crate) is_any_form: bool,
}

impl Facts {
    /// Collects them, in the order in which progenitor emits them.
    pub(crate) fn collect(spec: &Spec) -> Result<Vec<Self>, Error> {
        spec.operations()
            .map(|operation| Self::of(spec, &operation))
            .collect()
    }

    fn of(spec: &Spec, operation: &Operation<'_>) -> Result<Self, Error> {
        let said = |key: &str| markdown::escape(text(operation.body, key).unwrap_or_default());
        let parameters = parameters(spec, operation)?;
        let retry = retry(operation)?;
        let template = Template::of(&several_bodies::route(operation.path)).unwrap_or_default();
        let none = Object::new();
        let responses = operation.body.get("responses").and_then(Value::as_object);
        let answers = Answers::of(responses.unwrap_or(&none));
        Ok(Self {
            id: operation.id().unwrap_or_default().to_owned(),
            method: operation.method.to_uppercase(),
            path: several_bodies::route(operation.path),
            template: template.path(),
            fixed_query: template.fixed,
            summary: said("summary"),
            description: said("description"),
            deprecated: is_true(operation.body, "deprecated"),
            retry,
            replays: replays(operation, retry)?,
            key_header: idempotency::header(operation, retry)?,
            key_field: key_field::of(spec, operation, retry)?,
            client_header: ClientHeader::of(operation)?,
            in_progress: idempotency::in_progress(operation, retry)?,
            body: request_bodies::of(spec, operation),
            may_be_empty: may_be_empty(spec, operation),
            accept: answers.accept(),
            redirects: answers.redirects,
            answers: described(&answers),
            provenance: Provenance::of(operation, !parameters.is_empty())?,
            server: server(operation),
            public: public(spec, operation),
            sensitive: sensitive_values(spec, operation),
            parameters,
        })
    }
}

/// Each status once, with the first words that there are for it.
fn described(answers: &Answers) -> Vec<(String, String)> {
    let mut described: Vec<(String, String)> = Vec::new();
    for answer in answers.successes.iter().chain(&answers.failures) {
        let status = answer.status.to_string();
        if !described.iter().any(|(known, _)| *known == status) {
            described.push((status, markdown::escape(&answer.description)));
        }
    }
    described
}

fn retry(operation: &Operation<'_>) -> Result<Retry, Error> {
    match operation
        .body
        .get("x-retry")
        .map(|word| word.as_str().unwrap_or_default())
    {
        Some("safe") => Ok(Retry::Safe),
        Some("keyed") => Ok(Retry::Keyed),
        Some("never") => Ok(Retry::Never),
        // What HTTP promises. A `PUT` is meant to be repeatable too, but with money that has to be said.
        None if matches!(operation.method, "get" | "head" | "options") => Ok(Retry::Safe),
        None => Ok(Retry::Never),
        Some(word) => Err(operation.error(
            format!("`x-retry: {word}` is unknown"),
            "write `safe`, `keyed` or `never`",
        )),
    }
}

fn replays(operation: &Operation<'_>, retry: Retry) -> Result<bool, Error> {
    match operation.body.get("x-replays") {
        None | Some(Value::Bool(false)) => Ok(false),
        Some(Value::Bool(true)) if retry == Retry::Keyed => Ok(true),
        Some(Value::Bool(true)) => Err(operation.error(
            "it has `x-replays: true`, and no key under which an answer could be stored",
            "say `x-retry: keyed` beside it, or leave it out",
        )),
        Some(word) => Err(operation.error(
            format!("`x-replays: {word}` is neither true nor false"),
            "write `true`, or leave it out",
        )),
    }
}

/// Whether a success, or a component that it is, says so.
fn may_be_empty(spec: &Spec, operation: &Operation<'_>) -> bool {
    operation.successes().any(|(_, _, schema)| {
        [schema, spec.resolve(schema)]
            .into_iter()
            .filter_map(Value::as_object)
            .any(|schema| is_true(schema, "x-may-be-empty"))
    })
}

fn server(operation: &Operation<'_>) -> Option<String> {
    let first = operation.body.get("servers")?.get(0)?;
    Some(first.get("x-name")?.as_str()?.to_owned())
}

/// Where the spec asks for nothing, in so many words. One that says nothing may well need a token.
fn public(spec: &Spec, operation: &Operation<'_>) -> bool {
    let security = operation
        .body
        .get("security")
        .or_else(|| spec.root.get("security"));
    let all = security.and_then(Value::as_array);
    all.is_some_and(|all| {
        let asks_nothing = |one: &Value| one.as_object().is_some_and(Object::is_empty);
        all.iter().all(asks_nothing)
    })
}

fn parameters(spec: &Spec, operation: &Operation<'_>) -> Result<Vec<Parameter>, Error> {
    let mut all = Vec::new();
    for parameter in operation
        .body
        .get("parameters")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        let Some(parameter) = parameter.as_object() else {
            continue;
        };
        let name = text(parameter, "name").unwrap_or_default();
        let Some(place) = place(parameter) else {
            let wrong = format!(
                "the parameter `{name}` is in `{}`",
                text(parameter, "in").unwrap_or("no place")
            );
            return Err(operation.error(
                wrong,
                "only `path`, `query` and `header` can be sent; remove it",
            ));
        };
        let mut words = markdown::escape(text(parameter, "description").unwrap_or_default());
        let facts = parameter
            .get("schema")
            .and_then(Value::as_object)
            .map(describe::facts)
            .unwrap_or_default();
        if !words.is_empty() && !facts.is_empty() {
            words.push(' ');
        }
        words.push_str(&facts);
        if let Some(loosely) = styles::loosely(spec, parameter) {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(loosely);
        }
        let required = is_true(parameter, "required");
        let other = text(parameter, ARGUMENT).map(str::to_owned);
        all.push(Parameter {
            sent_as: other.as_ref().map(|_| name.to_owned()),
            argument: other.unwrap_or_else(|| rust_name::of_method(name)),
            name: name.to_owned(),
            place,
            is_cookie: is_true(parameter, COOKIE),
            required,
            of_client: is_true(parameter, client_default::WORD),
            style: styles::style(spec, parameter),
            is_one_text: parameter
                .get("schema")
                .is_none_or(|schema| styles::is_one_text(spec, schema)),
            words,
        });
    }
    if let Some(body) = operation.body.get("requestBody").and_then(Value::as_object) {
        let media = body
            .get("content")
            .and_then(Value::as_object)
            .into_iter()
            .flat_map(|c| c.values());
        let sent = request_bodies::of(spec, operation);
        let is_typed = |kind| matches!(kind, BodyKind::Json | BodyKind::Form | BodyKind::Multipart);
        let schema = media
            .filter(|_| {
                sent.as_ref()
                    .is_none_or(|sent| is_typed(sent.kind) && !sent.is_any_form)
            })
            .filter_map(|m| m.get("schema"))
            .filter(|schema| {
                let is_form = sent
                    .as_ref()
                    .is_some_and(|sent| sent.kind == BodyKind::Multipart);
                !is_form || form_parts::keeps_its_name(spec, schema)
            })
            .find_map(component)
            .map(rust_name::of_type);
        let mut words = markdown::escape(text(body, "description").unwrap_or_default());
        if let Some(schema) = schema {
            words = format!("[`types::{schema}`]. {words}");
        }
        match sent {
            Some(sent) if !is_typed(sent.kind) && !PLAIN.contains(&&*sent.media_type) => {
                words = format!("`{}`, as it is sent. {words}", sent.media_type);
            }
            _ => {}
        }
        all.push(Parameter {
            name: "body".into(),
            argument: "body".into(),
            sent_as: None,
            place: Place::Body,
            is_cookie: false,
            required: true,
            of_client: false,
            style: None,
            is_one_text: false,
            words: words.trim().into(),
        });
    }
    Ok(all)
}

/// Texts and bytes of which nothing has to be told.
const PLAIN: [&str; 2] = ["text/plain", "application/octet-stream"];

fn place(parameter: &Object) -> Option<Place> {
    match text(parameter, "in")? {
        "query" => Some(Place::Query),
        "path" => Some(Place::Path),
        "header" => Some(Place::Header),
        _ => None,
    }
}

fn sensitive_values(spec: &Spec, operation: &Operation<'_>) -> Vec<(Place, String, Kind)> {
    let mut values = Vec::new();
    for parameter in operation
        .body
        .get("parameters")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        let schema = parameter
            .get("schema")
            .and_then(|schema| sensitive::of(spec, schema, 0));
        if let (Some(kind), Some(object)) = (
            sensitive::of(spec, parameter, 0).max(schema),
            parameter.as_object(),
        ) && let Some(place) = place(object)
        {
            // The header `Cookie` is hidden in any case.
            if !is_true(object, COOKIE) {
                let name = text(object, "name").unwrap_or_default();
                values.push((place, name.to_owned(), kind));
            }
        }
    }
    let content = operation
        .body
        .get("requestBody")
        .and_then(|b| b.get("content")?.as_object());
    for schema in content
        .into_iter()
        .flat_map(|c| c.values())
        .filter_map(|media| media.get("schema"))
    {
        let mut found = Vec::new();
        in_body(spec, schema, String::new(), &mut Vec::new(), &mut found);
        for (pointer, kind) in found {
            if !values
                .iter()
                .any(|(place, known, _)| *place == Place::Body && *known == pointer)
            {
                values.push((Place::Body, pointer, kind));
            }
        }
    }
    values
}

/// The pointers of what is sensitive in a body. Where a schema contains itself, all of the inner one is taken as
/// sensitive if anything in it is: no pointer reaches every depth.
fn in_body<'a>(
    spec: &'a Spec,
    schema: &'a Value,
    pointer: String,
    above: &mut Vec<&'a str>,
    found: &mut Vec<(String, Kind)>,
) {
    let name = component(schema);
    let inside_itself = name.is_some_and(|name| above.contains(&name));
    let kind = if inside_itself {
        sensitive::any(spec, schema)
    } else {
        sensitive::of(spec, schema, 0)
    };
    if let Some(kind) = kind {
        found.push((pointer, kind));
        return;
    }
    let Some(object) = spec.resolve(schema).as_object().filter(|_| !inside_itself) else {
        return;
    };
    above.extend(name);
    let properties = object.get("properties").and_then(Value::as_object);
    for (property, inner) in properties.into_iter().flatten() {
        in_body(
            spec,
            inner,
            format!("{pointer}/{}", escape(property)),
            above,
            found,
        );
    }
    for part in ["allOf", "oneOf", "anyOf"] {
        for inner in object
            .get(part)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            in_body(spec, inner, pointer.clone(), above, found);
        }
    }
    if let Some(items) = object.get("items") {
        in_body(spec, items, format!("{pointer}/*"), above, found);
    }
    if let Some(values) = object.get("additionalProperties") {
        let step = unnamed(properties);
        in_body(spec, values, format!("{pointer}/{step}"), above, found);
    }
    above.truncate(above.len() - usize::from(name.is_some()));
}

/// The step to every key that a schema doesn't name.
fn unnamed(properties: Option<&Object>) -> String {
    match properties {
        None => "*".into(),
        Some(named) => {
            let named: Vec<_> = named.keys().map(|key| escape(key)).collect();
            format!("!{}", named.join("!"))
        }
    }
}
