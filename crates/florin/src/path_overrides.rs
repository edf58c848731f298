//! Paths that a caller knows better than the spec.
//!
//! Where a provider's documentation leaves a path out, the spec has a guess (`x-provenance` says which ones), and the
//! builder of a client takes the right one, by the name of the operation.

use florin_core::{ConfigError, Operation, SessionBuilder};

/// What a builder of a client was told.
#[derive(Clone, Debug, Default)]
pub(crate) struct PathOverrides {
    routes: Vec<(String, String)>,
}

impl PathOverrides {
    /// Keeps a route for an operation, by its `operationId`. What is wrong with it is told by [`apply`](Self::apply).
    pub(crate) fn add(&mut self, operation: impl Into<String>, route: impl Into<String>) {
        self.routes.push((operation.into(), route.into()));
    }

    /// The first name that no operation has.
    #[cfg(feature = "tradevest-base")]
    pub(crate) fn unknown(&self, all: &[&'static Operation]) -> Option<&str> {
        let mut names = self.routes.iter().map(|(name, _)| name.as_str());
        names.find(|name| all.iter().all(|operation| operation.id() != *name))
    }

    /// Gives all of them to a session. `all` is what the provider has: `operations::ALL` of its crate.
    ///
    /// For each session of a client, the one that asks for tokens too. Routes are checked by the session's own `build`.
    ///
    /// # Errors
    /// Where no operation is called so: the names that there are.
    pub(crate) fn apply(
        &self,
        mut session: SessionBuilder,
        all: &[&'static Operation],
    ) -> Result<SessionBuilder, ConfigError> {
        for (name, route) in &self.routes {
            let Some(operation) = all.iter().find(|operation| operation.id() == name) else {
                let names: Vec<&str> = all.iter().map(|operation| operation.id()).collect();
                return Err(ConfigError::new(
                    format!("path {name}"),
                    format!("names no operation; there are {}", names.join(", ")),
                ));
            };
            session = session.path(operation, route);
        }
        Ok(session)
    }
}

#[cfg(test)]
mod tests {
    use florin_core::Session;
    use florin_core::http::Method;

    use super::*;

    static GET_LOAN: Operation = Operation::new("get_loan", Method::GET, "/loan/{id}");
    static LOG_IN: Operation = Operation::new("log_in", Method::POST, "/login");
    static ALL: &[&Operation] = &[&GET_LOAN, &LOG_IN];

    /// What is said of routes that can't work, or nothing.
    fn said(routes: &[(&str, &str)]) -> Option<String> {
        let mut overrides = PathOverrides::default();
        for (operation, route) in routes {
            overrides.add(*operation, *route);
        }
        let session = Session::builder("https://api.example.com").anonymous();
        let built = overrides
            .apply(session, ALL)
            .and_then(SessionBuilder::build);
        built.err().map(|error| error.to_string())
    }

    #[test]
    fn an_operation_is_found_by_its_name() {
        assert_eq!(said(&[]), None);
        let routes = [("log_in", "/oauth/login"), ("get_loan", "PUT /loans/{id}")];
        assert_eq!(said(&routes), None);
    }

    #[test]
    fn a_name_that_no_operation_has_is_told_with_those_that_there_are() {
        assert_eq!(
            said(&[("read_loan", "/loans/{id}")]).unwrap_or_default(),
            "path read_loan names no operation; there are get_loan, log_in"
        );
    }

    #[test]
    fn a_route_that_cannot_work_is_told_with_the_operation() {
        assert_eq!(
            said(&[("log_in", "/login"), ("get_loan", "/loans/{loan}")]).unwrap_or_default(),
            "path get_loan has {loan}, which the operation doesn't know; it has {id}"
        );
    }
}
