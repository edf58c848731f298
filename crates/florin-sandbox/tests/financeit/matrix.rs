//! Which token may call what, as the documentation's table has it.

use florin_sandbox::financeit::{Denied, Options, User};
use serde_json::{Value, json};

use crate::office::{Office, error, sandbox};

/// One call of each area, for a partner of the user's own.
fn calls(partner: i64, loan: i64) -> Vec<(&'static str, &'static str, String, Value)> {
    let vertical = "vertical_name=Home%20Improvement";
    let at = format!("partner_id={partner}");
    let invite = json!({
        "partner_id": partner, "promo_program_id": 0, "send_via": "none", "use_max_amortization": true,
    });
    let get = |area, path: String| (area, "GET", path, Value::Null);
    vec![
        get(
            "calculator",
            format!("/calculator/calculate?requested_amount=500&{vertical}"),
        ),
        get("catalogue", format!("/promo_programs?{vertical}&{at}")),
        get("catalogue", format!("/subverticals?{vertical}&{at}")),
        ("invites", "POST", "/direct_invites/send".into(), invite),
        get("loans", "/loans".into()),
        get("loans", format!("/loans/{loan}")),
        get(
            "loans",
            format!("/loans/get_loan_id_by_lead_id?lead_id=7&{at}"),
        ),
        get("partners", "/partners".into()),
        get("partners", format!("/partners/{partner}")),
        get("partners", format!("/partners/{partner}/commission_totals")),
        (
            "links",
            "POST",
            "/single_access_links/loan".into(),
            json!({ "loan_id": loan }),
        ),
        (
            "links",
            "POST",
            "/single_access_links/partner".into(),
            json!({ "lead_id": 8, "partner_id": partner }),
        ),
    ]
}

/// The areas that a token is let into; an area is let into whole or not at all.
async fn open(office: &Office, partner: i64, loan: i64, denied: u16) -> Vec<&'static str> {
    let mut areas: Vec<(&str, bool)> = Vec::new();
    for (area, method, path, body) in calls(partner, loan) {
        let (status, answer) = match method {
            "GET" => office.get(&path).await,
            _ => office.post(&path, &body).await,
        };
        let may = match status {
            200 => true,
            status if status == denied => {
                assert!(error(&answer).contains("may not call this"), "{answer}");
                false
            }
            other => panic!("{method} {path}: {other} {answer}"),
        };
        match areas.iter().find(|(known, _)| *known == area) {
            Some((_, before)) => assert_eq!(*before, may, "{path}"),
            None => areas.push((area, may)),
        }
    }
    let open = areas.into_iter().filter(|(_, may)| *may);
    open.map(|(area, _)| area).collect()
}

#[tokio::test]
async fn each_token_may_call_what_the_table_says_and_nothing_else() {
    for (denied, status) in [(Denied::Forbidden, 403), (Denied::Unauthorized, 401)] {
        for user in User::ALL {
            let (sandbox, _clock) = sandbox(Options {
                denied,
                consenting: user,
                ..Options::default()
            })
            .await;
            let financeit = sandbox.financeit();
            let partner = match user {
                User::Merchant => financeit.merchant_partner(),
                User::Broker => financeit.broker_partners()[0],
            };
            let loan = financeit.add_loan(&florin_sandbox::financeit::NewLoan {
                partner_id: partner,
                lead_id: Some(7),
                ..Default::default()
            });
            let all = [
                "calculator",
                "catalogue",
                "invites",
                "loans",
                "partners",
                "links",
            ];
            let consented = Office::by_consent(&sandbox).await;
            assert_eq!(open(&consented, partner, loan, status).await, all);
            let login = Office::open(&sandbox, user).await;
            let by_login: &[&str] = match user {
                User::Merchant => &all[..4],
                User::Broker => &all[..3],
            };
            assert_eq!(open(&login, partner, loan, status).await, by_login);
            let anonymous = Office::anonymous(&sandbox).await;
            assert_eq!(open(&anonymous, partner, loan, status).await, all[..2]);
        }
    }
}
