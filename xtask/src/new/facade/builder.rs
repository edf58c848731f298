//! `builder.rs`: the settings of a client, and the session that is made of them.

use super::credentials::made_up;
use super::has_token_url;
use crate::new::names::word;
use crate::new::plan::{KeyPlace, NewProvider, Scheme};
use crate::new::template::filled;

pub(super) fn text(provider: &NewProvider) -> String {
    let scheme = &provider.auth.used;
    let has_credentials = *scheme != Scheme::None;
    let is_flow = has_token_url(provider);
    let has_hosts = !provider.hosts().is_empty();
    let when = |holds: bool, text: &'static str| if holds { text } else { "" };
    let with_credentials = if has_credentials {
        format!(".credentials(Credentials::new({}))", made_up(provider))
    } else {
        String::new()
    };
    let names = match scheme {
        Scheme::ClientCredentials { .. } => {
            vec![
                "(\"base_url\", \"environment.api\")".to_owned(),
                "(\"server api\", \"environment.api\")".to_owned(),
                "(\"server auth\", \"environment.token\")".to_owned(),
            ]
        }
        Scheme::Key { name, .. } => vec![
            "(\"base_url\", \"environment.api\")".to_owned(),
            // As `florin_core` names it.
            format!("({:?}, \"credentials.key\")", format!("api key {name:?}")),
        ],
        _ => vec!["(\"base_url\", \"environment.api\")".to_owned()],
    };
    filled(
        include_str!("../templates/builder.rs.tmpl"),
        &[
            ("imports", &imports(provider)),
            ("library", &provider.library()),
            (
                "required",
                if has_credentials {
                    "Environment and credentials are required."
                } else {
                    "The environment is required."
                },
            ),
            (
                "credentials_field",
                when(has_credentials, "    credentials: Option<Credentials>,\n"),
            ),
            (
                "credentials_setter",
                when(has_credentials, CREDENTIALS_SETTER),
            ),
            (
                "servers_field",
                when(has_hosts, "    servers: Vec<(String, String)>,\n"),
            ),
            ("servers_setter", &servers_setter(provider)),
            ("servers", when(has_hosts, SERVERS)),
            ("prepare", &prepare(provider)),
            ("identify", &identify(scheme)),
            ("transport", if is_flow { "" } else { TRANSPORT }),
            (
                "limits_doc",
                when(
                    is_flow,
                    "    /// One try at a token has 10 seconds, whatever is said here.\n",
                ),
            ),
            (
                "transport_doc",
                when(is_flow, "    /// Token requests go through it as well.\n"),
            ),
            ("after", when(is_flow, SHARED)),
            ("names_count", &names.len().to_string()),
            ("names", &names.join(", ")),
            ("token_parameter", when(is_flow, ", token: &str")),
            (
                "token_assigned",
                when(is_flow, "            token: token.to_owned(),\n"),
            ),
            (
                "token_argument",
                when(is_flow, ", \"https://api.example.com/token\""),
            ),
            ("with_credentials", &with_credentials),
            (
                "credentials_missing",
                &if has_credentials {
                    let argument = when(is_flow, ", \"https://api.example.com/token\"");
                    format!(
                        "        assert_eq!(refused(somewhere(\"https://api.example.com\"{argument})), \"credentials\");\n"
                    )
                } else {
                    String::new()
                },
            ),
            (
                "token_refused",
                &if is_flow {
                    format!(
                        "        let plain = somewhere(\"https://api.example.com\", \"http://api.example.com/token\"){with_credentials};\n        assert_eq!(refused(plain), \"environment.token\");\n"
                    )
                } else {
                    String::new()
                },
            ),
        ],
    )
}

/// How a user names the hosts beside that of the API; nothing where there are none.
fn servers_setter(provider: &NewProvider) -> String {
    let hosts = provider.hosts();
    if hosts.is_empty() {
        return String::new();
    }
    let names: String = hosts
        .iter()
        .map(|(server, ids)| {
            let ids: Vec<String> = ids.iter().map(|id| format!("`{}`", word(id))).collect();
            format!("    /// - `{}`: {}.\n", word(server), ids.join(", "))
        })
        .collect();
    format!(
        "
    /// The address of a host beside that of the API, such as `https://files.example.com`. The last one for a name counts.
    ///
    /// An operation that lives on a host without an address is refused before it is sent. These do:
    ///
{names}    pub fn server(mut self, name: impl Into<String>, url: impl Into<String>) -> Self {{
        self.servers.push((name.into(), url.into()));
        self
    }}
"
    )
}

const SERVERS: &str = "        let session = self
            .servers
            .into_iter()
            .fold(session, |session, (name, url)| session.server(name, url));
";

fn imports(provider: &NewProvider) -> String {
    let name = &provider.name;
    match provider.auth.used {
        Scheme::None => "use florin_core::{ConfigError, Session};\n\n\
             use super::{Client, Environment, operations};\n\
             use crate::path_overrides::PathOverrides;\nuse crate::setting_names::in_own_words;\nuse crate::tuning::{Tuning, sent};"
            .to_owned(),
        Scheme::ClientCredentials { .. } => format!(
            "use florin_core::http::Method;\nuse florin_core::{{ConfigError, Operation, Place, Retry, Sensitive, Sensitivity, Session, TokenCache}};\n\n\
             use super::{{Client, Credentials, Environment, operations}};\n\
             use crate::oauth::{{Application, BodyStyle, ClientCredentialsFlow, TokenEndpoint, TokenUrl}};\n\
             use crate::path_overrides::PathOverrides;\nuse crate::setting_names::in_own_words;\nuse crate::tuning::{{Tuning, sent, shared}};\n\n\
             /// How a token is asked for. The operation is no part of the document; where it lives is said by the environment.\n\
             pub(crate) static TOKEN: Operation = Operation::new(\"{name}_token\", Method::POST, \"/token\")\n    .retry(Retry::Safe)\n    .public()\n    .sensitive(&[Sensitive {{\n        place: Place::Body,\n        path: \"/client_secret\",\n        kind: Sensitivity::Secret,\n    }}]);"
        ),
        _ => "use florin_core::{ConfigError, Session};\n\n\
             use super::{Client, Credentials, Environment, operations};\n\
             use crate::path_overrides::PathOverrides;\nuse crate::setting_names::in_own_words;\nuse crate::tuning::{Tuning, sent};"
            .to_owned(),
    }
}

fn identify(scheme: &Scheme) -> String {
    match scheme {
        Scheme::None => "            .anonymous()\n".to_owned(),
        Scheme::Bearer => "            .bearer(credentials.token)\n".to_owned(),
        Scheme::Basic => {
            "            .authorization(\"Basic\", credentials.encoded())\n".to_owned()
        }
        Scheme::Key { place, name } => {
            let way = match place {
                KeyPlace::Header => "header",
                KeyPlace::Query => "query",
                KeyPlace::Cookie => "cookie",
            };
            format!("            .api_key_{way}({name:?}, credentials.key)\n")
        }
        Scheme::ClientCredentials { .. } => {
            "            .tokens(tokens.build()?)\n            .transport(transport)\n".to_owned()
        }
    }
}

fn prepare(provider: &NewProvider) -> String {
    let credentials = match provider.auth.used {
        Scheme::None => return String::new(),
        _ => CREDENTIALS_CHECK,
    };
    if !has_token_url(provider) {
        return credentials.to_owned();
    }
    let flow = FLOW.replace("PROVIDER", &provider.name);
    format!("{credentials}{flow}")
}

const CREDENTIALS_SETTER: &str = "
    /// Who sends. Required.
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.credentials = Some(credentials);
        self
    }
";

const CREDENTIALS_CHECK: &str = "        let credentials = self.credentials.ok_or_else(|| {
            ConfigError::new(
                \"credentials\",
                \"are missing; see Credentials::from_env or Credentials::new\",
            )
        })?;
        credentials.check()?;
";

const FLOW: &str =
    "        let token_url = TokenUrl::parse(\"environment.token\", environment.token_url())?;
        let scope = credentials.scope.as_deref().unwrap_or_default();
        let key = format!(\"PROVIDER {} {} {scope}\", token_url.as_str(), credentials.client_id);
        let flow = ClientCredentialsFlow {
            application: Application {
                client_id: credentials.client_id,
                client_secret: credentials.client_secret,
            },
            audience: None,
            scope: credentials.scope,
            usual_lifetime: None,
        };
        let source = flow
            .source(TokenEndpoint {
                auth_url: token_url.server(),
                api_url: environment.api_url(),
                operation: &TOKEN,
                route: Some(token_url.path()),
                style: BodyStyle::Form,
                limits: self.tuning.limits,
                seam: self.tuning.seam.clone(),
                transport: self.tuning.transport,
            })
            .map_err(|error| in_own_words(error, &NAMES))?;
        let transport = source.transport();
        let mut tokens = TokenCache::builder(source).seam(self.tuning.seam.clone());
        if let Some(store) = self.tuning.token_store {
            tokens = tokens.store(key, store);
        }
";

const TRANSPORT: &str = "        let session = match self.tuning.transport {
            Some(transport) => session.transport(transport),
            None => session,
        };
";

const SHARED: &str = "
shared! {
    ClientBuilder:
    token_store,
}
";
