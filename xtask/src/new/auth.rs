//! How a provider wants to be told who sends a request, by the security schemes of its document.

use std::collections::BTreeMap;

use serde_json::Value;
use url::Url;

use super::names;

/// The scheme that the facade is made for, and those that it isn't.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Auth {
    /// What the facade sends.
    pub used: Scheme,
    /// The name that the document has for it; empty for none.
    pub name: String,
    /// What the document offers as well, each with why it isn't used: for the documentation.
    pub others: Vec<(String, String)>,
}

/// A way to say who sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Nothing is said.
    None,
    /// `Authorization: Bearer`, with a token that the user gets elsewhere.
    Bearer,
    /// `Authorization: Basic`.
    Basic,
    /// A key under a name of the provider's.
    Key {
        /// Where it stands.
        place: KeyPlace,
        /// Of the header, the query parameter or the cookie.
        name: String,
    },
    /// `Authorization: Bearer`, with tokens by the client credentials grant of OAuth 2.0.
    ClientCredentials {
        /// Where they are issued.
        token_url: String,
        /// All scopes that the flow lists.
        scopes: Vec<String>,
    },
}

/// A part of the credentials for a scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its field.
    pub field: &'static str,
    /// How its environment variable ends.
    pub variable: &'static str,
    /// Whether it is a `florin_core::Secret` in the code.
    pub is_secret: bool,
    /// Whether `Debug` may show it.
    pub is_shown: bool,
}

impl Scheme {
    /// What the credentials for it consist of.
    #[must_use]
    pub const fn parts(&self) -> &'static [Part] {
        const fn secret(field: &'static str, variable: &'static str) -> Part {
            Part {
                field,
                variable,
                is_secret: true,
                is_shown: false,
            }
        }
        const fn plain(field: &'static str, variable: &'static str, is_shown: bool) -> Part {
            Part {
                field,
                variable,
                is_secret: false,
                is_shown,
            }
        }
        match self {
            Self::None => &[],
            Self::Bearer => const { &[secret("token", "TOKEN")] },
            Self::Key { .. } => const { &[secret("key", "API_KEY")] },
            Self::Basic => {
                const {
                    &[
                        plain("username", "USERNAME", false),
                        secret("password", "PASSWORD"),
                    ]
                }
            }
            Self::ClientCredentials { .. } => {
                const {
                    &[
                        plain("client_id", "CLIENT_ID", true),
                        secret("client_secret", "CLIENT_SECRET"),
                    ]
                }
            }
        }
    }
}

/// Where an API key stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyPlace {
    /// In a header.
    Header,
    /// In the query of the URL.
    Query,
    /// In a cookie.
    Cookie,
}

/// The auth of a document. `servers` are the URLs that a relative token URL may be below.
pub(super) fn of(document: &Value, server: Option<&str>) -> Auth {
    let mut others = Vec::new();
    let mut best: Option<(usize, u8, String, Scheme)> = None;
    let mut usable: Vec<(String, Scheme)> = Vec::new();
    let asked = asked(document);
    let schemes = document.pointer("/components/securitySchemes");
    for (name, scheme) in schemes.and_then(Value::as_object).into_iter().flatten() {
        let scheme = resolved(document, scheme);
        let (used, rank) = match read(scheme, server) {
            Ok(known) => known,
            Err(why) => {
                others.push((names::prose(name), why));
                continue;
            }
        };
        usable.push((name.clone(), used.clone()));
        let count = asked.get(name.as_str()).copied().unwrap_or_default();
        let is_better = best
            .as_ref()
            .is_none_or(|(most, highest, ..)| (count, rank) > (*most, *highest));
        // A scheme that nothing asks for is a leftover, unless nothing is said at all.
        if is_better && (count > 0 || asked.is_empty()) {
            best = Some((count, rank, name.clone(), used));
        }
    }
    let (name, used) = match best {
        Some((.., name, used)) => (name, used),
        None => (String::new(), Scheme::None),
    };
    for (other, scheme) in usable.into_iter().filter(|(other, _)| *other != name) {
        let why = match asked.get(other.as_str()) {
            None if !asked.is_empty() => "no operation asks for it",
            _ if scheme == used => "it is sent in the same way",
            _ if belongs(document, &name, &other) => {
                "it is wanted together with the one that is sent; calls are refused until code sends both"
            }
            _ => "another one is asked for as often or more, or asks for less of the user",
        };
        others.push((names::prose(&other), why.to_owned()));
    }
    others.sort();
    Auth {
        used,
        name: names::prose(&name),
        others,
    }
}

/// How many operations ask for each scheme.
fn asked(document: &Value) -> BTreeMap<&str, usize> {
    let mut asked = BTreeMap::new();
    let whole = document.get("security");
    let paths = document.get("paths").and_then(Value::as_object);
    let items = paths.into_iter().flat_map(|paths| paths.values());
    let methods = items.filter_map(Value::as_object).flatten();
    let operations = methods.filter(|(method, _)| METHODS.contains(&method.as_str()));
    for (_, operation) in operations {
        let requirements = operation
            .get("security")
            .or(whole)
            .and_then(Value::as_array);
        let requirements = requirements.into_iter().flatten();
        for name in requirements
            .filter_map(Value::as_object)
            .flat_map(|one| one.keys())
        {
            *asked.entry(name.as_str()).or_default() += 1;
        }
    }
    asked
}

/// Whether two schemes are wanted together somewhere.
fn belongs(document: &Value, one: &str, other: &str) -> bool {
    let paths = document.get("paths").and_then(Value::as_object);
    let items = paths.into_iter().flat_map(|paths| paths.values());
    let methods = items
        .filter_map(Value::as_object)
        .flat_map(|item| item.values());
    let own = methods.filter_map(|operation| operation.get("security"));
    own.chain(document.get("security"))
        .filter_map(Value::as_array)
        .flatten()
        .any(|all| all.get(one).is_some() && all.get(other).is_some())
}

const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

fn resolved<'d>(document: &'d Value, scheme: &'d Value) -> &'d Value {
    let reference = scheme.get("$ref").and_then(Value::as_str);
    let target = reference.and_then(|reference| reference.strip_prefix('#'));
    target
        .and_then(|pointer| document.pointer(pointer))
        .unwrap_or(scheme)
}

/// What a scheme asks for, and how much is to be said for it; or why nothing can be made of it.
fn read(scheme: &Value, server: Option<&str>) -> Result<(Scheme, u8), String> {
    let word = |key: &str| scheme.get(key).and_then(Value::as_str).unwrap_or_default();
    match word("type") {
        "http" => match word("scheme").to_ascii_lowercase().as_str() {
            "bearer" => Ok((Scheme::Bearer, 5)),
            "basic" => Ok((Scheme::Basic, 4)),
            _ => Err("its HTTP scheme is neither `Bearer` nor `Basic`".to_owned()),
        },
        "apiKey" => {
            let name = word("name").to_owned();
            let is_token = http_token(&name);
            let (place, rank) = match word("in") {
                "header" if RESERVED.iter().any(|one| name.eq_ignore_ascii_case(one)) => {
                    return Err(format!(
                        "the header `{name}` is the client's own, and no key can be sent in it"
                    ));
                }
                "header" if is_token => (KeyPlace::Header, 3),
                "cookie" if is_token => (KeyPlace::Cookie, 2),
                "query" if is_token => (KeyPlace::Query, 1),
                _ => return Err("its name or its place can't be sent".to_owned()),
            };
            Ok((Scheme::Key { place, name }, rank))
        }
        "oauth2" => match client_credentials(scheme, server) {
            Some(flow) => Ok((flow, 6)),
            None => Ok((Scheme::Bearer, 5)),
        },
        "openIdConnect" => Ok((Scheme::Bearer, 5)),
        "mutualTLS" => Err("certificates of clients can't be given to a session".to_owned()),
        _ => Err("its type is none that OpenAPI knows".to_owned()),
    }
}

/// Headers that say what a request is and where it goes.
const RESERVED: [&str; 9] = [
    "accept",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "host",
    "te",
    "transfer-encoding",
    "user-agent",
];

/// The characters that a header name or a cookie name may have.
fn http_token(name: &str) -> bool {
    let is_sign = |c: char| "!#$%&'*+-.^_|~".contains(c);
    !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || is_sign(c))
}

fn client_credentials(scheme: &Value, server: Option<&str>) -> Option<Scheme> {
    let flow = scheme.pointer("/flows/clientCredentials")?;
    let text = flow.get("tokenUrl")?.as_str()?.trim();
    let url = match Url::parse(text) {
        Ok(url) => url,
        Err(url::ParseError::RelativeUrlWithoutBase) => {
            Url::parse(&format!("{}/", server?)).ok()?.join(text).ok()?
        }
        Err(_) => return None,
    };
    let is_plain = url.scheme() == "https"
        && url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none();
    let text = url.as_str();
    if !is_plain || text.contains(['`', '"', '\\', '{', '}']) {
        return None;
    }
    let scopes = flow.get("scopes").and_then(Value::as_object);
    // RFC 6749, section 3.3, without what would end a piece of code in a comment.
    let is_scope = |scope: &&String| {
        scope
            .chars()
            .all(|c| c.is_ascii_graphic() && !"\"\\`".contains(c))
            && !scope.is_empty()
    };
    Some(Scheme::ClientCredentials {
        token_url: text.to_owned(),
        scopes: scopes
            .into_iter()
            .flat_map(|all| all.keys())
            .filter(is_scope)
            .cloned()
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn with(schemes: &Value, security: &Value) -> Auth {
        let document = json!({
            "security": security,
            "paths": { "/a": { "get": {}, "parameters": [] } },
            "components": { "securitySchemes": schemes }
        });
        of(&document, Some("https://api.acme.example/v1"))
    }

    #[test]
    fn each_kind_of_scheme_is_known() {
        let key = |place: &str| json!({ "type": "apiKey", "in": place, "name": "X-Key" });
        let oauth = json!({ "type": "oauth2", "flows": { "clientCredentials":
            { "tokenUrl": "/oauth/token", "scopes": { "loans:read": "", "bad`": "" } } } });
        for (scheme, used) in [
            (
                json!({ "type": "http", "scheme": "Bearer" }),
                Scheme::Bearer,
            ),
            (json!({ "type": "http", "scheme": "basic" }), Scheme::Basic),
            (
                key("header"),
                Scheme::Key {
                    place: KeyPlace::Header,
                    name: "X-Key".to_owned(),
                },
            ),
            (
                key("query"),
                Scheme::Key {
                    place: KeyPlace::Query,
                    name: "X-Key".to_owned(),
                },
            ),
            (
                key("cookie"),
                Scheme::Key {
                    place: KeyPlace::Cookie,
                    name: "X-Key".to_owned(),
                },
            ),
            (key("body"), Scheme::None),
            (json!({ "type": "openIdConnect" }), Scheme::Bearer),
            (
                json!({ "type": "oauth2", "flows": { "implicit": {} } }),
                Scheme::Bearer,
            ),
            (json!({ "type": "mutualTLS" }), Scheme::None),
            (
                json!({ "type": "apiKey", "in": "header", "name": "content-Type" }),
                Scheme::None,
            ),
            (json!(7), Scheme::None),
            (
                oauth,
                Scheme::ClientCredentials {
                    token_url: "https://api.acme.example/oauth/token".to_owned(),
                    scopes: vec!["loans:read".to_owned()],
                },
            ),
        ] {
            assert_eq!(
                with(&json!({ "one": scheme }), &json!([{ "one": [] }])).used,
                used
            );
        }
        assert_eq!(with(&Value::Null, &Value::Null).used, Scheme::None);
    }

    #[test]
    fn of_several_the_one_that_is_asked_for_most_is_taken_and_the_others_are_told() {
        let schemes = json!({
            "basic": { "type": "http", "scheme": "basic" },
            "token": { "type": "http", "scheme": "bearer" },
            "certificate": { "type": "mutualTLS" }
        });
        let auth = with(&schemes, &json!([{ "basic": [] }]));
        assert_eq!((auth.used, auth.name.as_str()), (Scheme::Basic, "basic"));
        let others: Vec<&str> = auth.others.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(others, ["certificate", "token"]);
        assert_eq!(
            with(&schemes, &json!([{ "basic": [] }, { "token": [] }])).used,
            Scheme::Bearer
        );
        assert_eq!(with(&schemes, &Value::Null).used, Scheme::Bearer);
        let both = with(&schemes, &json!([{ "basic": [], "token": [] }]));
        assert_eq!(both.used, Scheme::Bearer);
        let (_, why) = both
            .others
            .iter()
            .find(|(name, _)| name == "basic")
            .unwrap();
        assert!(why.starts_with("it is wanted together"), "{why}");
    }
}
