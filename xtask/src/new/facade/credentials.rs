//! `credentials.rs`: the parts that the scheme wants, from code or from variables.

use crate::new::auth::Part;
use crate::new::plan::{KeyPlace, NewProvider, Scheme};
use crate::new::template::filled;

/// A constructor's arguments that no reader takes for real ones. The secrets among them are `s3cret`.
pub(super) fn made_up(provider: &NewProvider) -> String {
    let parts = provider.auth.used.parts();
    arguments(parts, |part| {
        if part.is_secret {
            "s3cret".to_owned()
        } else {
            format!("the-{}", part.field.replace('_', "-"))
        }
    })
}

fn arguments(parts: &[Part], value: impl Fn(&Part) -> String) -> String {
    let all: Vec<String> = parts
        .iter()
        .map(|part| format!("\"{}\"", value(part)))
        .collect();
    all.join(", ")
}

pub(super) fn text(provider: &NewProvider) -> String {
    let parts = provider.auth.used.parts();
    let each = |line: &dyn Fn(&Part) -> String| parts.iter().map(line).collect::<String>();
    let variable = |part: &Part| format!("{}_{}", provider.env, part.variable);
    let is_flow = matches!(provider.auth.used, Scheme::ClientCredentials { .. });
    let is_basic = provider.auth.used == Scheme::Basic;
    let hides_text = parts.iter().any(|part| !part.is_secret && !part.is_shown);

    let mut fields = each(&|part| {
        let ty = if part.is_secret { "Secret" } else { "String" };
        format!("    pub(super) {}: {ty},\n", part.field)
    });
    let parameters: Vec<String> = parts
        .iter()
        .map(|part| {
            format!(
                "{}: impl Into<{}>",
                part.field,
                if part.is_secret { "Secret" } else { "String" }
            )
        })
        .collect();
    let mut assigned = each(&|part| format!("            {0}: {0}.into(),\n", part.field));
    let mut shown = each(&|part| match (part.is_secret, part.is_shown) {
        (false, false) => format!("            .field(\"{}\", &Redacted)\n", part.field),
        _ => format!("            .field(\"{0}\", &self.{0})\n", part.field),
    });
    let mut more_setters = String::new();
    if is_flow {
        fields.push_str("    pub(super) scope: Option<String>,\n");
        assigned.push_str("            scope: None,\n");
        shown.push_str("            .field(\"scope\", &self.scope)\n");
        more_setters = scope_setter(provider);
    }
    let refused = |arguments: &str, field: &str| {
        format!(
            "        assert_eq!(said(Credentials::new({arguments})), \"credentials.{field}\");\n"
        )
    };
    let mut wrong = String::new();
    for part in parts {
        let is_empty = |other: &Part| if other == part { "" } else { "s3cret" }.to_owned();
        wrong.push_str(&refused(&arguments(parts, is_empty), part.field));
    }
    if is_basic {
        wrong.push_str(&refused("\"s3cret:s\", \"s3cret\"", "username"));
    }
    let checked: Vec<String> = parts
        .iter()
        .map(|part| match part.is_secret {
            true => format!("(\"{0}\", Some(self.{0}.expose()))", part.field),
            false => format!("(\"{0}\", Some(&self.{0}))", part.field),
        })
        .collect();
    let variables: Vec<String> = parts
        .iter()
        .map(|part| format!("`{}`", variable(part)))
        .collect();
    let missing = each(&|part| {
        let variable = variable(part);
        format!(
            "        assert_eq!(with(\"{variable}\").unwrap_err().setting(), \"{variable}\");\n"
        )
    });
    let read: Vec<String> = parts
        .iter()
        .map(|part| format!("read(\"{}\")?", variable(part)))
        .collect();
    let imports = match (is_basic, hides_text) {
        (true, _) => {
            "use base64::Engine as _;\nuse base64::engine::general_purpose::STANDARD;\nuse florin_core::{ConfigError, Redacted, Secret};"
        }
        (false, true) => "use florin_core::{ConfigError, Redacted, Secret};",
        (false, false) => "use florin_core::{ConfigError, Secret};",
    };
    filled(
        include_str!("../templates/credentials.rs.tmpl"),
        &[
            ("title", &provider.title),
            ("name", &provider.name),
            ("imports", imports),
            ("what", &what(provider)),
            ("sample_arguments", &made_up(provider)),
            ("fields", &fields),
            ("or_white_space", ", or one with white space around it,"),
            ("parameters", &parameters.join(", ")),
            ("assigned", &assigned),
            ("more_setters", &more_setters),
            ("variables", &variables.join(" and ")),
            ("read", &read.join(", ")),
            ("more_checks", if is_basic { NO_COLON } else { "" }),
            ("checked", &checked.join(", ")),
            ("more_methods", if is_basic { ENCODED } else { "" }),
            ("debug_doc", debug_doc(provider)),
            ("shown", &shown),
            ("variable_list", &missing),
            ("wrong", &wrong),
            (
                "secret_arguments",
                &arguments(parts, |part| {
                    if part.is_shown { "the-id" } else { "s3cret" }.to_owned()
                }),
            ),
            ("more_tests", if is_basic { ENCODED_TEST } else { "" }),
        ],
    )
}

fn what(provider: &NewProvider) -> String {
    let title = &provider.title;
    match &provider.auth.used {
        Scheme::None => String::new(),
        Scheme::Bearer => format!(
            "A token that {title} has issued. It can't be renewed: for another one, make another client."
        ),
        Scheme::Basic => format!("A user name and a password that {title} has issued."),
        Scheme::Key { place, name } => {
            let place = match place {
                KeyPlace::Header => "header",
                KeyPlace::Query => "query parameter",
                KeyPlace::Cookie => "cookie",
            };
            format!("A key that {title} has issued. It goes into the {place} `{name}`.")
        }
        Scheme::ClientCredentials { .. } => {
            format!("What {title} issues to an application: client id and client secret.")
        }
    }
}

const fn debug_doc(provider: &NewProvider) -> &'static str {
    match provider.auth.used {
        Scheme::ClientCredentials { .. } => {
            "Shows the client id and the scope; the secret is redacted."
        }
        Scheme::Basic => "Shows neither part: a user name may be somebody's e-mail address.",
        _ => "Shows nothing of it.",
    }
}

fn scope_setter(provider: &NewProvider) -> String {
    let Scheme::ClientCredentials { scopes, .. } = &provider.auth.used else {
        return String::new();
    };
    let known = match scopes.as_slice() {
        [] => "The document lists none.".to_owned(),
        all => {
            let all: Vec<String> = all.iter().map(|scope| format!("`{scope}`")).collect();
            format!("The document lists {}.", all.join(", "))
        }
    };
    format!(
        "\n    /// Asks for these scopes, with spaces between them. Unless said, none is named, and the provider gives what it gives \
         by itself.\n    ///\n    /// {known}\n    #[must_use]\n    pub fn scope(mut self, scope: impl Into<String>) -> Self {{\n        \
         self.scope = Some(scope.into());\n        self\n    }}\n"
    )
}

const NO_COLON: &str = r#"        if self.username.contains(':') {
            return Err(ConfigError::new(
                "credentials.username",
                "has a colon, which ends a user name (RFC 7617)",
            ));
        }
"#;

const ENCODED: &str = "
    /// Both parts, as the scheme `Basic` wants them.
    pub(super) fn encoded(&self) -> Secret {
        let both = Secret::from(format!(\"{}:{}\", self.username, self.password.expose()));
        Secret::from(STANDARD.encode(both.expose()))
    }
";

const ENCODED_TEST: &str = r#"
    #[test]
    fn both_parts_are_encoded_together() {
        // The sample of RFC 7617.
        let credentials = Credentials::new("Aladdin", "open sesame");
        assert_eq!(
            credentials.encoded().expose(),
            "QWxhZGRpbjpvcGVuIHNlc2FtZQ=="
        );
    }
"#;
