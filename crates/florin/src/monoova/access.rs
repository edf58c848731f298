//! Whose token it is, and what that asks of a call.

use florin_core::{Operation, SessionBuilder};

use super::operations;

/// The name of the parameter that says for which user a call is.
const USER_ID: &str = "user_id";

/// What a token gives access to. Documented; how the two scopes are spelled is inferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Access {
    /// An administrator's: calls name the user that they are for, unless they name something that belongs to one.
    BackOffice,
    /// One user's: every call is confined to that user's account.
    ClientWebsite,
}

impl Access {
    /// How the scope is spelled (inferred).
    pub(super) const fn scope(self) -> &'static str {
        match self {
            Self::BackOffice => "back_office",
            Self::ClientWebsite => "client_website",
        }
    }

    /// Sees to it that calls name a user where they have to, through [`Client::api`](super::Client::api) as well.
    pub(super) fn confine(self, session: SessionBuilder, user_id: Option<i64>) -> SessionBuilder {
        USER_OPERATIONS
            .iter()
            .fold(session, |session, operation| match (self, user_id) {
                (Self::ClientWebsite, _) => session,
                (Self::BackOffice, Some(user)) => {
                    session.default_query(operation, USER_ID, user.to_string())
                }
                (Self::BackOffice, None) => session.require_query(operation, USER_ID, REMEDY),
            })
    }
}

const REMEDY: &str = "a back office token says for which user a call is; give the client one with user_id or for_user";

/// The operations that name no object that belongs to a user, so that a back office token has to name the user. The rule is
/// documented; which operations it means is inferred.
const USER_OPERATIONS: [&Operation; 7] = [
    &operations::GET_RATE,
    &operations::LIST_BENEFICIARIES,
    &operations::CREATE_BENEFICIARY,
    &operations::LIST_SUB_CUSTOMERS,
    &operations::CREATE_SUB_CUSTOMER,
    &operations::CREATE_TRANSACTION,
    &operations::LIST_TRANSACTIONS,
];

#[cfg(test)]
mod tests {
    use super::*;

    /// The operations of the spec that take a parameter `user_id`.
    fn in_the_spec() -> Vec<String> {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../florin-monoova/openapi.yaml"
        );
        let spec = std::fs::read_to_string(path).unwrap();
        let (operations, _) = spec.split_once("\ncomponents:").unwrap();
        operations
            .split("operationId:")
            .skip(1)
            .filter(|operation| operation.contains("parameters/UserId"))
            .map(|operation| operation.lines().next().unwrap().trim().to_owned())
            .collect()
    }

    #[test]
    fn the_operations_that_need_a_user_are_those_that_take_one() {
        let mut listed: Vec<&str> = USER_OPERATIONS
            .iter()
            .map(|operation| operation.id())
            .collect();
        let mut known = in_the_spec();
        listed.sort_unstable();
        known.sort_unstable();
        assert_eq!(listed, known);
    }
}
