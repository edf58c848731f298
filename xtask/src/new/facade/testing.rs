//! The recorder's client: how a user's tests, and our request snapshots, see what is sent.

use super::credentials::made_up;
use super::{has_token_url, some_environment};
use crate::new::plan::{NewProvider, Scheme};
use crate::new::template::filled;

pub(super) fn text(provider: &NewProvider) -> String {
    let is_flow = has_token_url(provider);
    let has_credentials = provider.auth.used != Scheme::None;
    let named = some_environment(provider);
    let where_to = match &named {
        Some(_) => "the first server of its document",
        None => "a made-up server",
    };
    let settings = if has_credentials {
        format!("{where_to}, and made-up credentials")
    } else {
        where_to.to_owned()
    };
    let environment = named.unwrap_or_else(|| {
        let token = if is_flow {
            ", token: \"https://api.example.com/token\".to_owned()"
        } else {
            ""
        };
        format!("Environment::Custom {{ api: \"https://api.example.com\".to_owned(){token} }}")
    });
    let imports = match (has_credentials, is_flow) {
        (_, true) => "Client, ClientBuilder, Credentials, Environment, TOKEN",
        (true, false) => "Client, ClientBuilder, Credentials, Environment",
        (false, false) => "Client, ClientBuilder, Environment",
    };
    let credentials = if has_credentials {
        let arguments = made_up(provider).replace("s3cret", "recorded");
        format!("            .credentials(Credentials::new({arguments}))\n")
    } else {
        String::new()
    };
    filled(
        include_str!("../templates/testing.rs.tmpl"),
        &[
            ("title", &provider.title),
            ("name", &provider.name),
            ("imports", imports),
            ("settings", &settings),
            (
                "token_doc",
                if is_flow {
                    " Tokens are answered from here on, unless you lay in an answer of your own."
                } else {
                    ""
                },
            ),
            ("token", if is_flow { TOKEN } else { "" }),
            ("environment", &environment),
            ("credentials", &credentials),
        ],
    )
}

const TOKEN: &str = r##"        let token = r#"{"access_token":"recorded","token_type":"Bearer","expires_in":3600}"#;
        self.answer_by_default(TOKEN.id(), token);
"##;
