//! Who calls, and what that allows.

use florin_core::{Error as CoreError, Operation};

use super::{Error, operations};

/// Whose account the token acts for. It decides what a login may call, and what has to be given along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Account {
    /// A single merchant: a *partner*, in Financeit's words.
    Merchant,
    /// A broker, distributor or business with several locations, with partners below it.
    Broker,
}

/// A token and the account behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Caller {
    /// The token of nobody in particular.
    Anonymous,
    /// The token of a login.
    Login(Account),
    /// A token of the authorization code flow. Whose account it is may be unsaid.
    Authorized(Option<Account>),
}

impl Caller {
    /// Refuses what the documented table forbids.
    pub(super) fn check(self, operation: &'static Operation) -> Result<(), Error> {
        match self.problem(operation) {
            Some(problem) => Err(CoreError::invalid_request(operation, problem)),
            None => Ok(()),
        }
    }

    fn problem(self, operation: &Operation) -> Option<&'static str> {
        let is_one_of = |operations: &[&'static Operation]| {
            operations.iter().any(|known| known.id() == operation.id())
        };
        let is_invite = is_one_of(&[&operations::SEND_DIRECT_INVITE]);
        let is_loan = is_one_of(&[
            &operations::LIST_LOANS,
            &operations::GET_LOAN,
            &operations::GET_LOAN_ID_BY_LEAD_ID,
        ]);
        let is_partner = is_one_of(&[
            &operations::LIST_PARTNERS,
            &operations::GET_PARTNER,
            &operations::GET_PARTNER_COMMISSION_TOTALS,
        ]);
        let is_link = is_one_of(&[
            &operations::CREATE_LOAN_ACCESS_LINK,
            &operations::CREATE_PARTNER_ACCESS_LINK,
        ]);
        match self {
            Self::Authorized(_) => None,
            Self::Anonymous if is_invite || is_loan => Some(
                "an anonymous token may not do this; use a merchant's login, or a token of the authorization code flow",
            ),
            Self::Login(Account::Broker) if is_loan => Some(
                "a broker's login may not read loans; use a token of the authorization code flow",
            ),
            _ if is_partner => {
                Some("no login may read partners; use a token of the authorization code flow")
            }
            _ if is_link => {
                Some("no login may make access links; use a token of the authorization code flow")
            }
            Self::Anonymous | Self::Login(_) => None,
        }
    }

    /// Refuses a request that names no partner, where the caller has many.
    pub(super) fn check_partner(
        self,
        operation: &'static Operation,
        partner: Option<i64>,
    ) -> Result<(), Error> {
        if self.is_broker() && partner.is_none() {
            return Err(CoreError::invalid_request(
                operation,
                "partner_id is missing; a broker or multi-location business says for which partner",
            ));
        }
        Ok(())
    }

    /// Refuses a request that names no line of business, where the token belongs to nobody that has one.
    pub(super) fn check_vertical(
        self,
        operation: &'static Operation,
        is_given: bool,
    ) -> Result<(), Error> {
        if self == Self::Anonymous && !is_given {
            return Err(CoreError::invalid_request(
                operation,
                "vertical_name is missing; an anonymous token needs it",
            ));
        }
        Ok(())
    }

    /// Whether the account is known to have partners below it.
    pub(super) const fn is_broker(self) -> bool {
        matches!(
            self,
            Self::Login(Account::Broker) | Self::Authorized(Some(Account::Broker))
        )
    }
}

#[cfg(test)]
mod tests {
    use florin_core::Effect;

    use super::*;

    /// The documented table, row by row: calculator, invites, loans, partners, access links.
    const TABLE: [(Caller, [bool; 5]); 6] = [
        (Caller::Authorized(None), [true; 5]),
        (Caller::Authorized(Some(Account::Merchant)), [true; 5]),
        (Caller::Authorized(Some(Account::Broker)), [true; 5]),
        (
            Caller::Login(Account::Merchant),
            [true, true, true, false, false],
        ),
        (
            Caller::Login(Account::Broker),
            [true, true, false, false, false],
        ),
        (Caller::Anonymous, [true, false, false, false, false]),
    ];

    /// The column of an operation.
    fn column(operation: &Operation) -> usize {
        match operation.id() {
            "create_user_oauth_token"
            | "calculate_loan_options"
            | "list_promo_programs"
            | "list_subverticals" => 0,
            "send_direct_invite" => 1,
            "list_loans" | "get_loan" | "get_loan_id_by_lead_id" => 2,
            "list_partners" | "get_partner" | "get_partner_commission_totals" => 3,
            "create_loan_access_link" | "create_partner_access_link" => 4,
            other => panic!("{other} is new; put it into a column"),
        }
    }

    #[test]
    fn each_caller_may_do_what_the_table_says_and_nothing_else() {
        for (caller, row) in TABLE {
            for operation in operations::ALL.iter().copied() {
                let outcome = caller.check(operation);
                let expected = row[column(operation)];
                assert_eq!(outcome.is_ok(), expected, "{caller:?} {}", operation.id());
                if let Err(error) = outcome {
                    assert!(error.is_invalid_request() && error.effect() == Effect::NotSent);
                    let told = error.to_string();
                    assert!(told.contains("authorization code flow"), "{told}");
                }
            }
        }
    }

    #[test]
    fn only_a_broker_has_to_name_a_partner_and_only_nobody_a_vertical() {
        let operation = &operations::LIST_PROMO_PROGRAMS;
        for (caller, _) in TABLE {
            assert!(caller.check_partner(operation, Some(1)).is_ok());
            assert!(caller.check_vertical(operation, true).is_ok());
            assert_eq!(
                caller.check_partner(operation, None).is_err(),
                caller.is_broker()
            );
            assert_eq!(
                caller.check_vertical(operation, false).is_err(),
                caller == Caller::Anonymous
            );
        }
    }
}
