//! `main.rs`: the tests themselves.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;

use super::document::Said;
use super::module;
use crate::new::names;
use crate::new::plan::{KeyPlace, NewProvider, Scheme};

/// The tests, for so many files of operations, and whether these make values out of JSON.
pub(super) fn text(provider: &NewProvider, files: usize, has_samples: bool) -> String {
    let surface = &provider.surface;
    let name = &provider.name;
    let modules: String = (0..files)
        .map(|at| format!("mod {};\n", module(at)))
        .collect();
    let mut sends = String::new();
    for at in 0..files {
        let _ = write!(
            sends,
            "if let Some(sent) = {}::send(operation, client).await {{\nreturn sent;\n}}\n",
            module(at)
        );
    }
    let (credentials, token) = access(&provider.auth.used);
    let with_credentials = match credentials {
        "" => String::new(),
        made => format!(".credentials({made})"),
    };
    let mut imports = vec!["Client", "Environment", "operations"];
    if !credentials.is_empty() {
        imports.push("Credentials");
    }
    imports.sort_unstable();
    let has_form = surface.operations.iter().any(|operation| {
        let body = operation.body.as_ref();
        operation.server.is_none() && body.is_some_and(|body| body.ty == "florin_core::Multipart")
    });
    let form = if has_form { FORM } else { "" };
    let sample = if has_samples { SAMPLE } else { "" };
    let elsewhere = surface
        .operations
        .iter()
        .filter(|operation| operation.server.is_some());
    let elsewhere: Vec<_> = elsewhere.map(|operation| operation.id.as_str()).collect();
    let otherwise = surface.operations.iter().filter(|operation| {
        operation.server.is_none() && !is_let_in(provider, &Said::of(&provider.document, operation))
    });
    let otherwise: Vec<_> = otherwise.map(|operation| operation.id.as_str()).collect();
    // rustfmt leaves what stands in a macro as it is.
    let settings = format!(
        "\n            snapshot_path => \"../snapshots/{name}\",\n            prepend_module_to_snapshot => false,\n            \
         omit_expression => true,\n        "
    );
    format!(
        "//! Every operation sent by its generated client, to a recorder and to the sandbox.\n\
         //!\n\
         //! `cargo xtask new` has made the values of the spec; better ones may take their place, and so may verbs of the \
         facade.\n\
         //! The snapshots are written anew by `INSTA_UPDATE=always cargo test -p florin-tests --test {name}_requests`.\n\
         #![allow(clippy::unwrap_used, clippy::panic, reason = \"what a test relies on fails the test\")]\n\n\
         {modules}\n\
         use std::collections::BTreeSet;\nuse std::fmt::Debug;\nuse std::fs;\nuse std::path::Path;\n\n\
         use florin::{name}::{{{}}};\n\
         use florin::testing::Recorder;\n\
         use florin_sandbox::plain::{{self, Plain}};\n\
         use florin_sandbox::Sandbox;\n\
         \n\
         /// Operations on hosts of their own, for which the client has no address yet.\n\
         const ELSEWHERE: &[&str] = &{elsewhere:?};\n\n\
         /// Operations that want another authorisation than the client has; the sandbox refuses them.\n\
         const OTHERWISE: &[&str] = &{otherwise:?};\n\n\
         {sample}{form}\
         /// The answer, or what went wrong.\n\
         fn told<T, E: Debug>(answer: Result<T, E>) -> Result<(), String> {{\n\
         answer.map(drop).map_err(|error| format!(\"{{error:#?}}\"))\n}}\n\n\
         async fn send(operation: &str, client: &Client) -> Result<(), String> {{\n\
         {sends}panic!(\"send {{operation}} in one of the modules\")\n}}\n\n\
         /// The operations that are sent.\n\
         fn all() -> impl Iterator<Item = &'static str> {{\n\
         let all = operations::ALL.iter().map(|operation| operation.id());\n\
         all.filter(|id| !ELSEWHERE.contains(id))\n}}\n\n\
         /// What the snapshot of an operation is called.\n\
         fn snapshot(operation: &str) -> String {{\n\
         let plain = |letter: char| letter.is_ascii_alphanumeric() || \"_-.\".contains(letter);\n\
         operation.chars().map(|letter| if plain(letter) {{ letter }} else {{ '_' }}).collect()\n}}\n\n\
         #[tokio::test]\n\
         async fn requests_are_as_in_their_snapshots() {{\n\
         for operation in all() {{\n\
         let recorder = Recorder::new();\n\
         let client = recorder.{name}().build().unwrap();\n\
         // There is no answer to decode.\n\
         let outcome = send(operation, &client).await;\n\
         let sent = recorder.requests_of(operation);\n\
         let Some(request) = sent.first() else {{\n\
         panic!(\"{{operation}} was not sent: {{outcome:?}}\");\n}};\n\
         insta::with_settings!({{{settings}}}, {{ insta::assert_snapshot!(snapshot(operation), request) }});\n\
         }}\n}}\n\n\
         #[test]\n\
         fn every_snapshot_has_its_operation() {{\n\
         let folder = Path::new(env!(\"CARGO_MANIFEST_DIR\")).join(\"tests/snapshots/{name}\");\n\
         let kept = fs::read_dir(folder).into_iter().flatten();\n\
         let kept: BTreeSet<_> = kept.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();\n\
         let known: BTreeSet<_> = all().map(|operation| format!(\"{{}}.snap\", snapshot(operation))).collect();\n\
         let left: Vec<_> = kept.difference(&known).collect();\n\
         assert!(left.is_empty(), \"snapshots without an operation; delete them: {{left:?}}\");\n}}\n\n\
         fn client(stand_in: &Plain) -> Client {{\n\
         let environment = Environment::Custom {{ api: stand_in.api_url(), {token} }};\n\
         let client = Client::builder().environment(environment){with_credentials};\n\
         client.build().unwrap()\n}}\n\n\
         #[tokio::test]\n\
         async fn the_sandbox_takes_every_request_and_its_answers_decode() {{\n\
         let spec = plain::Options::known(\"{name}\").unwrap();\n\
         let sandbox = Sandbox::builder().plain(spec).start().await.unwrap();\n\
         let client = client(sandbox.plain(\"{name}\").unwrap());\n\
         let mut problems = Vec::new();\n\
         for operation in all() {{\n\
         let sent = send(operation, &client).await;\n\
         if sent.is_ok() == OTHERWISE.contains(&operation) {{\n\
         problems.push(format!(\"{{operation}}: {{}}\", sent.err().unwrap_or(\"is let in\".to_owned())));\n}}\n}}\n\
         assert!(problems.is_empty(), \"{{}}\", problems.join(\"\\n\"));\n}}\n",
        imports.join(", "),
    )
}

const SAMPLE: &str = "/// A value of a type, out of JSON.\n\
    #[track_caller]\n\
    fn sample<T: serde::de::DeserializeOwned>(json: &str) -> T {\n\
    serde_json::from_str(json).unwrap_or_else(|error| panic!(\"{json}: {error}\"))\n}\n\n";

const FORM: &str = "/// A form of any parts.\n\
    fn of_any_parts() -> florin::core::Multipart {\n\
    let mut form = florin::core::Multipart::new();\n\
    form.text(\"text\", \"text\");\n\
    form\n}\n\n";

/// The credentials that the sandbox takes, and where it gives tokens.
fn access(scheme: &Scheme) -> (&'static str, &'static str) {
    match scheme {
        Scheme::None => ("", ""),
        Scheme::Bearer => ("Credentials::new(plain::TOKEN)", ""),
        Scheme::Basic => ("Credentials::new(plain::USERNAME, plain::PASSWORD)", ""),
        Scheme::Key { .. } => ("Credentials::new(plain::API_KEY)", ""),
        Scheme::ClientCredentials { .. } => (
            "Credentials::new(plain::CLIENT_ID, plain::CLIENT_SECRET)",
            "token: stand_in.token_url(),",
        ),
    }
}

/// Whether the sandbox lets the client call an operation, with the one scheme that it has.
fn is_let_in(provider: &NewProvider, said: &Said<'_>) -> bool {
    let alternatives = said.security();
    let is_met = |name: &String| {
        let schemes = &provider.document["components"]["securitySchemes"];
        is_same(&provider.auth.used, &schemes[name.as_str()])
    };
    alternatives.is_empty() || alternatives.iter().any(|all| all.iter().all(is_met))
}

/// What nothing here sends, and the operations that want it, as sentences without an end: `getRates wants rateKey, …`.
pub(in crate::new) fn refused(provider: &NewProvider) -> Vec<String> {
    let mut by_want: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for operation in &provider.surface.operations {
        let said = Said::of(&provider.document, operation);
        if is_let_in(provider, &said) {
            continue;
        }
        let schemes = &provider.document["components"]["securitySchemes"];
        let is_sent = |name: &&String| is_same(&provider.auth.used, &schemes[name.as_str()]);
        let quoted = |name: &String| format!("`{}`", names::word(name));
        let alternatives: Vec<String> = said
            .security()
            .iter()
            .map(|all| {
                let (sent, missing): (Vec<_>, Vec<_>) = all.iter().partition(is_sent);
                let join = |names: &[&String]| {
                    let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
                    names.join(" and ")
                };
                match sent.as_slice() {
                    [] => join(&missing),
                    sent => format!("{} together with {}", join(&missing), join(sent)),
                }
            })
            .collect();
        let id = names::word(&operation.id);
        let want = alternatives.join(", or ");
        by_want.entry(want).or_default().push(id);
    }
    let sentence = |(want, ids): (String, Vec<String>)| {
        const SHOWN: usize = 5;
        let shown = ids.iter().take(SHOWN).map(|id| format!("`{id}`"));
        let shown = shown.collect::<Vec<_>>().join(", ");
        let more = match ids.len().saturating_sub(SHOWN) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let verb = if ids.len() == 1 { "wants" } else { "want" };
        format!(
            "{shown}{more} {verb} {want}, which nothing here sends; such calls are refused until code of yours does"
        )
    };
    by_want.into_iter().map(sentence).collect()
}

/// Whether a scheme of the document wants what the client brings. One that isn't there, or can't be seen, wants nothing.
fn is_same(used: &Scheme, scheme: &Value) -> bool {
    let is_bearer = matches!(used, Scheme::Bearer | Scheme::ClientCredentials { .. });
    match scheme["type"].as_str() {
        Some("oauth2" | "openIdConnect") => is_bearer,
        Some("http") => match scheme["scheme"]
            .as_str()
            .map(str::to_ascii_lowercase)
            .as_deref()
        {
            Some("bearer") => is_bearer,
            Some("basic") => *used == Scheme::Basic,
            _ => false,
        },
        Some("apiKey") => match used {
            Scheme::Key { place, name } => {
                let place = match place {
                    KeyPlace::Header => "header",
                    KeyPlace::Query => "query",
                    KeyPlace::Cookie => "cookie",
                };
                scheme["in"] == place && scheme["name"] == name.as_str()
            }
            _ => false,
        },
        _ => true,
    }
}
