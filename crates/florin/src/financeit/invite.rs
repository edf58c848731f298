//! What an invite must hold, checked before it is sent: a message to the wrong place can't be called back.

use florin_core::Decimal;
use florin_financeit::types::{DirectInviteRequest, DirectInviteResponse, SendVia};

use super::account::Caller;
use super::{Error, error_texts, operations};

/// Refuses an invite that breaks a documented rule. The message names the field and never its value.
pub(super) fn check(invite: &DirectInviteRequest, caller: Caller) -> Result<(), Error> {
    let operation = &operations::SEND_DIRECT_INVITE;
    caller.check_partner(operation, invite.partner_id)?;
    match problem(invite) {
        Some(problem) => Err(Error::invalid_request(operation, problem)),
        None => Ok(()),
    }
}

/// Where to look for an invite that may have been sent.
pub(super) fn where_to_look(invite: &DirectInviteRequest) -> &'static str {
    let lead = invite.custom_params.as_ref();
    match lead.and_then(|lead| lead.lead_id) {
        Some(_) => {
            "the customer may have the message; look with Client::loan_for_lead for the lead_id, which shows once the customer \
             has applied, before you send it again"
        }
        None => {
            "the customer may have the message, and without a lead_id nothing leads to what came of it; ask before you send it \
             again"
        }
    }
}

/// Whether the answer speaks of something else than an invite: of an error, or of maintenance.
///
/// An answer with nothing in it is documented, and a link is told of. What else there may be is open, so that other fields prove
/// nothing.
pub(super) fn is_something_else(answer: &DirectInviteResponse) -> bool {
    let is_said = |name| error_texts::are_in(answer.extra.get(name));
    is_said("error") || (is_said("message") && answer.application_link.is_none())
}

fn problem(invite: &DirectInviteRequest) -> Option<&'static str> {
    match (&invite.send_via, &invite.email, &invite.mobile_number) {
        (SendVia::Email, None, _) => {
            return Some("email is missing; an invite that goes by e-mail needs it");
        }
        (SendVia::Sms, _, None) => {
            return Some("mobile_number is missing; an invite that goes by text message needs it");
        }
        _ => {}
    }
    if invite
        .email
        .as_deref()
        .is_some_and(|email| !is_email(email))
    {
        return Some("email isn't an e-mail address");
    }
    let mobile = invite.mobile_number.as_deref();
    if mobile.is_some_and(|number| !is_mobile_number(number)) {
        return Some("mobile_number isn't written as 123-456-7890");
    }
    if invite
        .requested_amount
        .is_some_and(|amount| amount <= Decimal::ZERO)
    {
        return Some("requested_amount isn't above zero");
    }
    match (invite.amortization, invite.use_max_amortization) {
        (None, Some(false)) => {
            Some("amortization is missing; it is needed where use_max_amortization is false")
        }
        (Some(months), _) if !is_months(months) => {
            Some("amortization isn't a number of whole months above zero")
        }
        _ => None,
    }
}

/// Something around one `@`. Whether there is such a mailbox is the provider's to find out.
fn is_email(text: &str) -> bool {
    let odd = |c: char| c.is_whitespace() || c.is_control() || c == '@';
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && !host.is_empty() && !name.contains(odd) && !host.contains(odd)
    })
}

/// `123-456-7890`: the documented form.
fn is_mobile_number(text: &str) -> bool {
    let mut bytes = text.bytes().enumerate();
    text.len() == 12
        && bytes.all(|(at, byte)| match at {
            3 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

fn is_months(months: Decimal) -> bool {
    months > Decimal::ZERO && months.as_rust_decimal().normalize().scale() == 0
}

#[cfg(test)]
mod tests {
    use super::super::Account;
    use super::*;

    fn invite(send_via: SendVia) -> DirectInviteRequest {
        DirectInviteRequest::builder()
            .promo_program_id(0)
            .send_via(send_via)
            .try_into()
            .unwrap()
    }

    fn by_email() -> DirectInviteRequest {
        DirectInviteRequest {
            email: Some("jane@example.com".to_owned()),
            ..invite(SendVia::Email)
        }
    }

    fn refused(invite: &DirectInviteRequest) -> String {
        let error = check(invite, Caller::Login(Account::Merchant)).unwrap_err();
        assert!(error.is_invalid_request());
        error.to_string()
    }

    fn taken(invite: &DirectInviteRequest) {
        check(invite, Caller::Login(Account::Merchant)).unwrap();
    }

    #[test]
    fn what_is_needed_depends_on_how_it_is_sent() {
        assert!(refused(&invite(SendVia::Email)).contains("email is missing"));
        assert!(refused(&invite(SendVia::Sms)).contains("mobile_number is missing"));
        taken(&by_email());
        taken(&invite(SendVia::None));
        taken(&invite(SendVia::Centah));
    }

    #[test]
    fn an_address_that_cannot_be_one_is_refused_without_showing_it() {
        for email in [
            "",
            "jane",
            "jane@",
            "@example.com",
            "a@b@c",
            "jane doe@example.com",
        ] {
            let told = refused(&DirectInviteRequest {
                email: Some(email.to_owned()),
                ..by_email()
            });
            assert!(told.contains("email isn't"), "{told}");
            assert!(
                email.is_empty() || !told.contains(&format!(" {email}")),
                "{told}"
            );
        }
    }

    #[test]
    fn a_mobile_number_has_the_documented_form() {
        let with = |number: &str| DirectInviteRequest {
            mobile_number: Some(number.to_owned()),
            ..invite(SendVia::Sms)
        };
        taken(&with("416-555-1234"));
        for number in [
            "4165551234",
            "416-555-123",
            "416-555-12345",
            "(416) 555-12",
            "４１６-555-1234",
        ] {
            assert!(refused(&with(number)).contains("123-456-7890"), "{number}");
        }
    }

    #[test]
    fn an_amortization_is_whole_months_and_there_unless_the_longest_is_wanted() {
        let with = |months: Option<&str>, longest| DirectInviteRequest {
            amortization: months.map(|months| months.parse().unwrap()),
            use_max_amortization: longest,
            ..by_email()
        };
        taken(&with(Some("36"), Some(false)));
        taken(&with(Some("36.0"), None));
        taken(&with(None, Some(true)));
        taken(&with(None, None));
        assert!(refused(&with(None, Some(false))).contains("amortization is missing"));
        for months in ["0", "-12", "36.5"] {
            assert!(refused(&with(Some(months), None)).contains("whole months"));
        }
    }

    #[test]
    fn a_broker_names_the_partner() {
        let broker = Caller::Login(Account::Broker);
        let error = check(&by_email(), broker).unwrap_err();
        assert!(
            error.to_string().contains("partner_id is missing"),
            "{error}"
        );
        let with_partner = DirectInviteRequest {
            partner_id: Some(632),
            ..by_email()
        };
        check(&with_partner, broker).unwrap();
    }
}
