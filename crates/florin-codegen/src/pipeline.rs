//! The way of a spec, pass by pass. The order is the order of the lists, and each list says why.

use std::collections::BTreeSet;

use crate::about::About;
use crate::domains::Origins;
use crate::error::Error;
use crate::operation::Facts;
use crate::printed::printed;
use crate::rust::{
    builders, choices, document, extra_fields, limited_texts, mocks, null_as_empty, open_enums,
    operations, outcomes, provenance, redact_debug, runtime, sent_nulls, wire_names,
};
use crate::spec::{
    Spec, accept, also_read, arguments, as_sent, check, client_default, describe, down,
    enum_values, exact_decimals, extensions, field_names, form_parts, idempotency_key,
    inline_parts, keep_extra, kinds, media_ranges, merged_objects, misshapen, named_types,
    nullable_components, one_way, operation_ids, parameter_places, parameter_types, parameters,
    passwords, placeholders, plain_shapes, plain_values, references, relax_reads, request_bodies,
    rings, secrets, sensitive, sent_names, server_names, session_headers, several_bodies, statuses,
    unify_responses, unions, units,
};
use crate::{Generated, generator};

type SpecPass = (&'static str, fn(&mut Spec) -> Result<(), Error>);

/// First of all: whatever a provider publishes becomes an OpenAPI 3.0 document that is sound.
const TAKE: &[SpecPass] = &[
    // Before callbacks go, which no operation is made of. Copes with any shape.
    ("webhooks", down::webhooks::run),
    // Before anything looks for what may be misshapen.
    ("misshapen", misshapen::run),
    // OpenAPI 3.1, construct by construct. First where references lead, since what they lead to moves.
    ("dynamic_references", down::dynamic_references::run),
    ("identifiers", down::identifiers::run),
    ("definitions", down::definitions::run),
    // After it, every schema is an object.
    ("boolean_schemas", down::boolean_schemas::run),
    // What is in them is an operation's from here on.
    ("path_items", down::path_items::run),
    // Puts schemas into others, on which the passes behind it work then.
    ("conditions", down::conditions::run),
    // Says `type` anew, so before that is looked at.
    ("constants", down::constants::run),
    ("type_lists", down::type_lists::run),
    // Makes an alternative of `null` of an enum of it, so before any enum with it.
    ("null_types", down::null_types::run),
    ("listed_null", down::listed_null::run),
    ("reference_siblings", down::reference_siblings::run),
    ("tuples", down::tuples::run),
    ("open_maps", down::open_maps::run),
    ("encoded_content", down::encoded_content::run),
    ("exclusive_limits", down::exclusive_limits::run),
    // Last of these: what is left is told, and the document is one of 3.0.
    ("leftovers", down::leftovers::run),
    // Every later pass follows references, and finds a component at the end of each.
    ("references", references::run),
    // All later passes look into operations, and find all of them there.
    ("inline_parts", inline_parts::run),
    // Before anything is merged. A choice is broken out of what it merges, which would be a ring.
    ("inherited_unions", unions::inherited::run),
    // What is then plain, every other pass sees as such; finds what may be `null`.
    ("sole_choices", unions::sole::run),
    // Before anything follows the parts of an `allOf`.
    ("rings", rings::run),
    // Every later pass asks of what type a schema is.
    ("kinds", kinds::run),
    // Once all of them say that they may be `null`; before anything asks it of a property.
    ("nullable_components", nullable_components::run),
    // Before anything asks which answers are successes.
    ("statuses", statuses::run),
    // Makes parameters of the path into what the others know: path, query, header, body.
    ("parameter_places", parameter_places::run),
    // Looks for a body of any media type, so while all that are offered are there.
    ("session_headers", session_headers::run),
    // Adds and removes parameters, so before they are named.
    ("placeholders", placeholders::run),
    // Adds one for operations that answer in several kinds.
    ("accept", accept::run),
    // The operations that are left.
    ("operation_ids", operation_ids::run),
    ("server_names", server_names::run),
    // Makes further operations of those, each of which may be left out alone. From here on, a body is of one media type.
    ("several_bodies", several_bodies::run),
    // Once each body is of one media type. Adds a parameter.
    ("media_ranges", media_ranges::run),
    // Of each parameter that is sent, and each body.
    ("arguments", arguments::run),
    // Of all that is left; calls what it takes out of an answer after the operation.
    ("passwords", passwords::run),
];

/// Before anything is collected: the spec keeps its meaning, and says it in one place.
const FIRST: &[SpecPass] = &[
    // While limits, formats and defaults are still there to be told.
    ("describe", describe::run),
    // While each `$ref` still leads to what it covers. Appends to the descriptions, so after they are written.
    ("sensitive", sensitive::run),
];

/// After that: the spec is brought into the form that progenitor and typify make the right code of.
const SECOND: &[SpecPass] = &[
    // The facts have the styles by now. Takes copies of named schemas, so before anything is done to those.
    ("parameters", parameters::run),
    // Puts a type of ours where `parameters` has left a text.
    ("idempotency_key", idempotency_key::run),
    // The facts have it by now.
    ("client_default", client_default::run),
    // The facts have the parts by now. Leaves JSON behind, so before the kind of body is chosen.
    ("form_parts", form_parts::run),
    ("request_bodies", request_bodies::run),
    // Decides what is read, so before `relax_reads`.
    ("unify_responses", unify_responses::run),
    // While it is known what is only sent or only read, and before `required` of what is read is looked at.
    ("one_way", one_way::run),
    ("relax_reads", relax_reads::run),
    // Writes behind the description, so after it is written; beside the mark of what is read.
    ("also_read", also_read::run),
    // Looks at `x-sensitive` of what is sent, so before it is taken off.
    ("secrets", secrets::run),
    // After the secrets, which it leaves alone, and before the types of numbers, which it wraps.
    ("as_sent", as_sent::run),
    // Before every other number becomes a decimal.
    ("units", units::run),
    ("exact_decimals", exact_decimals::run),
    ("keep_extra", keep_extra::run),
    // Takes off what is left, ours included.
    ("plain_values", plain_values::run),
];

/// Last of all: what progenitor and typify would trip over, or name in a way of their own, is said in the few forms that
/// they take for sure.
const SHAPE: &[SpecPass] = &[
    // Leaves fields and unions beside each other no more.
    ("merged_objects", merged_objects::run),
    // Looks into the alternatives in the form in which they will be read.
    ("unions", unions::run),
    // After everything that looks for a parameter by the name that is sent.
    ("sent_names", sent_names::run),
    // While an enum still stands where it was written.
    ("enum_values", enum_values::run),
    // The guard: after all that makes plainer forms of others, and before the forms that are left get names.
    ("plain_shapes", plain_shapes::run),
    // Every other type is in the document by now. Takes inline schemas out of it, of which it leaves references.
    ("named_types", named_types::run),
    // Writes onto objects, so after it is decided which of them are one. Types are called after properties as they are spelt.
    ("field_names", field_names::run),
    // Last: it calls types by the names that they have in the end.
    ("parameter_types", parameter_types::run),
];

/// The names of the passes, in order.
#[must_use]
pub fn passes() -> Vec<&'static str> {
    let spec = TAKE.iter().chain(FIRST).chain(SECOND).chain(SHAPE);
    let spec = spec.map(|(name, _)| *name);
    let rust = [
        "runtime",
        "wire_names",
        "outcomes",
        "choices",
        "open_enums",
        "limited_texts",
        "null_as_empty",
        "sent_nulls",
        "extra_fields",
        "redact_debug",
        "operations",
        "provenance",
        "builders",
        "document",
    ];
    spec.chain(rust).collect()
}

/// Room for the schemas inside of schemas that typify walks down into, and syn after it. Only what is used of it is taken.
const STACK: usize = 256 << 20;

/// [`run_here`], with more room. A stack that is full would end the build without a message.
pub(crate) fn run(
    spec: Spec,
    origins: Option<&Origins>,
    name: &str,
    httpmock: bool,
) -> Result<Generated, Error> {
    std::thread::scope(|scope| {
        let run = || run_here(spec, origins, name, httpmock);
        let thread = std::thread::Builder::new().stack_size(STACK);
        match thread
            .spawn_scoped(scope, run)
            .map(|running| running.join())
        {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(panic)) => std::panic::resume_unwind(panic),
            Err(error) => Err(Error::file(
                format!("no thread could be started to make code of it: {error}"),
                "see that there is memory left",
            )),
        }
    })
}

/// All of it. `name` is what the code says that it is made from; `origins` says what to leave out of it.
fn run_here(
    mut spec: Spec,
    origins: Option<&Origins>,
    name: &str,
    httpmock: bool,
) -> Result<Generated, Error> {
    for (_, pass) in TAKE {
        pass(&mut spec)?;
    }
    loop {
        match made(spec.clone(), origins, name, httpmock) {
            // What a pass can't take gives way to the rest.
            Err(error) if spec.give_way(&error) => {}
            outcome => return outcome,
        }
    }
}

fn made(
    mut spec: Spec,
    origins: Option<&Origins>,
    name: &str,
    httpmock: bool,
) -> Result<Generated, Error> {
    check::check(&spec)?;
    extensions::check(&spec).map_err(Error::strict)?;
    for (pass_name, pass) in FIRST {
        // What hides a secret has to be right.
        let is_strict = *pass_name == "sensitive";
        pass(&mut spec).map_err(|e| if is_strict { e.strict() } else { e })?;
    }
    let mut about = About::of(&spec);
    let mut facts = Facts::collect(&spec).map_err(Error::strict)?;
    let wanted = origins.map(|origins| origins.wanted(&spec));
    for (_, pass) in SECOND {
        pass(&mut spec)?;
    }
    if let (Some(origins), Some(wanted)) = (origins, &wanted) {
        origins.keep(&mut spec, wanted);
        facts.retain(|f| origins.has_operation(&f.path, &f.method.to_lowercase()));
    }
    for (_, pass) in SHAPE {
        pass(&mut spec)?;
    }
    let output = generator::run(&mut spec, httpmock)?;
    // What the generator could not take even so is left out by now.
    let ids = spec.operations().filter_map(|o| Some(o.id()?.to_owned()));
    let left: BTreeSet<_> = ids.collect();
    facts.retain(|f| left.contains(&f.id));
    about.found(&spec.findings);
    let mut client = output.client;
    // Replaces what the others must not see: progenitor's imports and paths.
    runtime::run(&mut client, &facts)?;
    // Before whatever asks what a field is called on the wire.
    wire_names::run(&mut client)?;
    // Makes structs into enums, so before anything looks at the fields of structs.
    let outcomes = outcomes::run(&mut client)?;
    // Before all that treats enums.
    choices::run(&mut client)?;
    // Puts types between those that are there; what follows knows them like any other.
    open_enums::run(&mut client, &output.texts)?;
    limited_texts::run(&mut client, &output.texts)?;
    // Three that change types by the marks in their documentation.
    null_as_empty::run(&mut client)?;
    sent_nulls::run(&mut client)?;
    extra_fields::run(&mut client)?;
    // After the enums, whose derives it takes up.
    redact_debug::run(&mut client)?;
    operations::run(&mut client, &facts)?;
    provenance::run(&mut client, &about, &facts)?;
    // While the marks are there, and once it is decided what is a struct.
    let builders = builders::run(&mut client)?;
    // Last: takes the marks off, and finds what nobody has described.
    document::run(&mut client)?;

    let httpmock = match output.httpmock {
        Some(mut mock) => {
            mocks::run(&mut mock, &facts, &outcomes, &output.texts)?;
            Some(printed(mock, name, ""))
        }
        None => None,
    };
    let mut findings = spec.findings;
    if origins.is_none() {
        findings = findings.into_iter().map(|f| f.in_file(name)).collect();
    }
    Ok(Generated {
        client: printed(client, name, &builders),
        httpmock,
        findings,
    })
}
