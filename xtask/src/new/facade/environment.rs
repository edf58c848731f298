//! `environment.rs`: the servers of the document, and the one that a user names.

use super::has_token_url;
use crate::new::plan::{NewProvider, Scheme};
use crate::new::template::filled;

pub(super) fn text(provider: &NewProvider) -> String {
    let env = &provider.env;
    let mut variants = String::new();
    let mut urls = String::new();
    for server in &provider.servers {
        let (variant, url) = (&server.variant, &server.url);
        let said = match server.description.as_str() {
            "" => String::new(),
            said => format!("{said}: "),
        };
        variants.push_str(&format!("    /// {said}`{url}`.\n    {variant},\n"));
        urls.push_str(&format!("            Self::{variant} => \"{url}\",\n"));
    }
    let known = if provider.servers.is_empty() {
        "Its document names no server that could be sent to, so there is no other than your own."
    } else {
        "The URLs are those of its document."
    };
    let sample = provider.servers.first();
    let sample = sample.map_or("https://api.example.com", |server| server.url.as_str());
    let api = format!("{env}_API_URL");
    let mut variables = format!("`{api}` names");
    let missing = |variable: &str| {
        format!(
            "        assert_eq!(with(\"{variable}\").unwrap_err().setting(), \"{variable}\");\n"
        )
    };
    let mut list = missing(&api);
    let (mut field, mut read, mut token_url) = (String::new(), String::new(), String::new());
    if let Scheme::ClientCredentials { token_url: url, .. } = &provider.auth.used {
        variables = format!("`{api}` and `{env}_TOKEN_URL` name");
        list.push_str(&missing(&format!("{env}_TOKEN_URL")));
        field = format!(
            "        /// Where tokens are issued: a whole URL, such as `{url}`.\n        token: String,\n"
        );
        read = format!("            token: read(\"{env}_TOKEN_URL\")?,\n");
        let known: Vec<String> = provider
            .servers
            .iter()
            .map(|server| format!("Self::{}", server.variant))
            .collect();
        let known = if known.is_empty() {
            String::new()
        } else {
            format!("            {} => \"{url}\",\n", known.join(" | "))
        };
        token_url = format!(
            "\n    /// Where tokens are issued. The document names one place, and it is that of all its servers.\n    \
             #[must_use]\n    pub fn token_url(&self) -> &str {{\n        match self {{\n{known}            \
             Self::Custom {{ token, .. }} => token,\n        }}\n    }}\n"
        );
    }
    let pattern = |text: String| {
        // `..` stands for what isn't there without tokens.
        if has_token_url(provider) {
            text
        } else {
            text.replace("{ api, .. }", "{ api }")
        }
    };
    pattern(filled(
        include_str!("../templates/environment.rs.tmpl"),
        &[
            ("title", &provider.title),
            ("env", env),
            ("known", known),
            ("variants", &variants),
            ("sample", sample),
            ("token_field", &field),
            ("variables", &variables),
            ("read_token", &read),
            ("api_urls", &urls),
            ("token_url", &token_url),
            ("url_variables", &list),
            ("api_variable_length", &api.len().to_string()),
        ],
    ))
}
