//! Where the API lives, by the document's `servers`: a variant of `Environment` for each.

use serde_json::Value;
use url::Url;

use super::names;
use super::plan::Server;

/// Words that say what a server is for, in its description or its host, and the variant that each gives. The first counts.
const WORDS: [(&str, &str); 15] = [
    ("sandbox", "Sandbox"),
    ("sand", "Sandbox"),
    ("staging", "Staging"),
    ("stage", "Staging"),
    ("stg", "Staging"),
    ("uat", "Uat"),
    ("demo", "Demo"),
    ("development", "Development"),
    ("dev", "Development"),
    ("preprod", "Preproduction"),
    ("testing", "Test"),
    ("test", "Test"),
    ("production", "Production"),
    ("prod", "Production"),
    ("live", "Production"),
];

/// The servers of the whole document that a client can send to: `https`, each once. `base` is where the document came from,
/// for those that are relative to it.
pub(super) fn of(document: &Value, base: Option<&Url>) -> Vec<Server> {
    let mut servers: Vec<Server> = Vec::new();
    let all = document.get("servers").and_then(Value::as_array);
    for server in all.into_iter().flatten() {
        let Some(url) = url(server, base) else {
            continue;
        };
        if servers.iter().any(|known| known.url == url) {
            continue;
        }
        let text = server.get("description").and_then(Value::as_str);
        let text = text.unwrap_or_default();
        let variant = variant(
            text,
            &url,
            servers.iter().map(|known| known.variant.as_str()),
        );
        servers.push(Server {
            variant,
            url,
            description: names::prose(text),
        });
    }
    servers
}

/// Its URL with the defaults of its variables, if requests can be sent there.
fn url(server: &Value, base: Option<&Url>) -> Option<String> {
    let mut text = server.get("url")?.as_str()?.to_owned();
    let variables = server.get("variables").and_then(Value::as_object);
    for (name, variable) in variables.into_iter().flatten() {
        let usual = variable.get("default").and_then(Value::as_str)?;
        text = text.replace(&format!("{{{name}}}"), usual);
    }
    if text.contains(['{', '}']) {
        return None;
    }
    let url = match Url::parse(&text) {
        Ok(url) => url,
        Err(url::ParseError::RelativeUrlWithoutBase) => base?.join(&text).ok()?,
        Err(_) => return None,
    };
    let is_plain = url.scheme() == "https"
        && url.host_str().is_some()
        && url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none();
    // What a URL escapes by itself leaves nothing that could end a text or a piece of code.
    let text = url.as_str().trim_end_matches('/').to_owned();
    (is_plain && !text.contains(['`', '"', '\\'])).then_some(text)
}

fn variant<'s>(description: &str, url: &str, known: impl Iterator<Item = &'s str>) -> String {
    let host = Url::parse(url).ok();
    let host = host.as_ref().and_then(Url::host_str).unwrap_or_default();
    let said = [description.to_lowercase(), host.to_lowercase()];
    let word = said.iter().find_map(|text| {
        let mut words = text.split(|c: char| !c.is_alphanumeric());
        words.find_map(|word| WORDS.iter().find(|(known, _)| *known == word))
    });
    let name = word.map_or("Published", |(_, variant)| variant);
    let taken: Vec<&str> = known.collect();
    let mut numbered = (2_u32..).map(|number| format!("{name}{number}"));
    let mut candidates = std::iter::once(name.to_owned()).chain(numbered.by_ref());
    candidates
        .find(|candidate| !taken.contains(&candidate.as_str()))
        .unwrap_or_else(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn seen(servers: &Value, base: Option<&str>) -> Vec<(String, String)> {
        let base = base.map(|base| Url::parse(base).unwrap());
        let servers = of(&json!({ "servers": servers }), base.as_ref());
        servers
            .into_iter()
            .map(|one| (one.variant, one.url))
            .collect()
    }

    #[test]
    fn a_server_is_named_by_what_is_said_of_it_or_by_its_host() {
        let servers = json!([
            { "url": "https://api.acme.example/v1/", "description": "Production" },
            { "url": "https://x.acme.example", "description": "Our sandbox, reset each night" },
            { "url": "https://api.stg.acme.example" },
            { "url": "https://a.example" },
            { "url": "https://b.example" },
            { "url": "https://api.acme.example/v1" }
        ]);
        let seen = seen(&servers, None);
        let names: Vec<&str> = seen.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            [
                "Production",
                "Sandbox",
                "Staging",
                "Published",
                "Published2"
            ]
        );
        assert_eq!(seen[0].1, "https://api.acme.example/v1");
    }

    #[test]
    fn variables_have_their_defaults_and_relative_addresses_the_documents_host() {
        let servers = json!([
            { "url": "https://{region}.acme.example/{v}", "variables": { "region": { "default": "eu" }, "v": { "default": "v2" } } },
            { "url": "/v3" }
        ]);
        let base = Some("https://docs.acme.example/openapi.yaml");
        let urls: Vec<String> = seen(&servers, base)
            .into_iter()
            .map(|(_, url)| url)
            .collect();
        assert_eq!(
            urls,
            ["https://eu.acme.example/v2", "https://docs.acme.example/v3"]
        );
    }

    #[test]
    fn what_a_client_cannot_send_to_is_left_out() {
        let servers = json!([
            { "url": "http://api.acme.example" }, { "url": "/v1" }, { "url": "https://{open}.example" },
            { "url": "https://u:p@api.acme.example" }, { "url": "https://a.example/?x=1" }, { "url": 1 }, "x"
        ]);
        assert!(seen(&servers, None).is_empty());
    }
}
