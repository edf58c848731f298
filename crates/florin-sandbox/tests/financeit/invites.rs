//! Invites and access links: counted, checked, and followed by loans.

use std::time::Duration;

use florin_sandbox::Fault;
use florin_sandbox::financeit::{InviteAnswer, LinkAnswer, LoanState, NewLoan, Options, User};
use serde_json::{Value, json};

use crate::office::{Office, sandbox};

const SEND: &str = "/direct_invites/send";

fn invite() -> Value {
    json!({
        "promo_program_id": 0,
        "send_via": "email",
        "email": "customer@example.com",
        "requested_amount": 8400.5,
        "amortization": 60,
        "custom_params": { "lead_id": -7, "anything": "else" },
    })
}

fn with(field: &str, value: Value) -> Value {
    let mut body = invite();
    body[field] = value;
    body
}

#[tokio::test]
async fn an_invite_is_counted_and_answered_with_an_empty_object() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let office = Office::open(&sandbox, User::Merchant).await;
    assert_eq!(office.post(SEND, &invite()).await, (200, json!({})));
    assert_eq!(
        office.post(SEND, &invite()).await.0,
        200,
        "a second one is sent"
    );
    let sent = sandbox.financeit().invites();
    assert_eq!(sent.len(), 2);
    assert_eq!(sent[0].partner_id, sandbox.financeit().merchant_partner());
    assert_eq!(
        (sent[0].sender, sent[0].lead_id),
        (User::Merchant, Some(-7))
    );
    assert_eq!(sent[0].body, invite());
}

#[tokio::test]
async fn the_answer_may_be_nothing_or_a_link() {
    for (invite_answer, status) in [(InviteAnswer::NoBody, 200), (InviteAnswer::NoContent, 204)] {
        let (sandbox, _clock) = sandbox(Options {
            invite_answer,
            ..Options::default()
        })
        .await;
        let office = Office::open(&sandbox, User::Merchant).await;
        assert_eq!(office.post(SEND, &invite()).await, (status, Value::Null));
    }
    let (sandbox, _clock) = sandbox(Options {
        invite_answer: InviteAnswer::Link,
        ..Options::default()
    })
    .await;
    let office = Office::open(&sandbox, User::Merchant).await;
    let (_, body) = office.post(SEND, &invite()).await;
    assert!(
        body["application_link"]
            .as_str()
            .unwrap()
            .starts_with("https://")
    );
}

#[tokio::test]
async fn what_the_way_of_sending_needs_has_to_be_there() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let office = Office::open(&sandbox, User::Merchant).await;
    let mut several = with("use_max_amortization", false.into());
    several["amortization"] = Value::Null;
    several.as_object_mut().unwrap().remove("amortization");
    several.as_object_mut().unwrap().remove("email");
    let (status, body) = office.post(SEND, &several).await;
    assert_eq!(status, 422);
    let errors = body["errors"].as_array().unwrap();
    assert_eq!(errors.len(), 2, "{body}");
    assert!(errors[0].as_str().unwrap().contains("/email"));
    assert!(errors[1].as_str().unwrap().contains("/amortization"));

    let (status, body) = office.post(SEND, &with("send_via", "sms".into())).await;
    assert_eq!(status, 422);
    assert!(
        body["errors"][0]
            .as_str()
            .unwrap()
            .contains("/mobile_number")
    );
    let mut message = with("send_via", "sms".into());
    message["mobile_number"] = "506-555-0142".into();
    assert_eq!(office.post(SEND, &message).await.0, 200);
    assert_eq!(sandbox.financeit().invites().len(), 1);
}

#[tokio::test]
async fn what_the_schema_forbids_is_refused() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let office = Office::open(&sandbox, User::Merchant).await;
    let message = "m".repeat(256);
    let mut long = invite();
    long["custom_params"]["redirect_url"] =
        format!("https://example.com/{}", "r".repeat(235)).into();
    let mut letters = invite();
    letters["custom_params"]["lead_id"] = "7a".into();
    for body in [
        with("message", message.into()),
        with("mobile_number", "5065550142".into()),
        with("email", "nobody".into()),
        with("send_via", "fax".into()),
        with("promo_program_id", Value::Null),
        with("requested_amount", "8,400".into()),
        long,
        letters,
    ] {
        assert_eq!(office.post(SEND, &body).await.0, 400, "{body}");
    }
    assert!(sandbox.financeit().invites().is_empty());
}

#[tokio::test]
async fn a_broker_names_a_partner_of_its_own_and_its_line_of_business() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let office = Office::open(&sandbox, User::Broker).await;
    let [single, several, _] = sandbox.financeit().broker_partners();
    let at = |partner: i64| with("partner_id", partner.into());
    assert_eq!(office.post(SEND, &invite()).await.0, 422);
    assert_eq!(
        office
            .post(SEND, &at(sandbox.financeit().merchant_partner()))
            .await
            .0,
        404
    );
    assert_eq!(office.post(SEND, &at(single)).await.0, 200);
    assert_eq!(office.post(SEND, &at(several)).await.0, 422);
    let mut named = at(several);
    named["vertical_name"] = "Marine".into();
    assert_eq!(office.post(SEND, &named).await.0, 200);
}

#[tokio::test]
async fn a_customer_applies_when_a_test_says_so() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (office, financeit) = (
        Office::open(&sandbox, User::Merchant).await,
        sandbox.financeit(),
    );
    let lookup = "/loans/get_loan_id_by_lead_id?lead_id=-7";
    assert_eq!(
        financeit.customer_applies(-7),
        None,
        "nobody was invited yet"
    );
    office.post(SEND, &invite()).await;
    assert_eq!(office.get(lookup).await.0, 404);
    let id = financeit.customer_applies(-7).unwrap();
    assert_eq!(
        financeit.customer_applies(-7),
        None,
        "the invite is used up"
    );
    assert_eq!(office.get(lookup).await, (200, json!({ "id": id })));
    let (_, loan) = office.get(&format!("/loans/{id}")).await;
    assert_eq!(loan["requested_amount"], "8400.5");
    assert_eq!(
        (&loan["amortization"], &loan["lead_id"]),
        (&json!(60), &json!(-7))
    );
    assert_eq!(financeit.loan_state(id), Some(LoanState::Pending));
}

#[tokio::test]
async fn a_customer_applies_by_the_clock() {
    let (sandbox, clock) = sandbox(Options {
        applies_after: Some(Duration::from_secs(30)),
        ..Options::default()
    })
    .await;
    let office = Office::open(&sandbox, User::Merchant).await;
    office.post(SEND, &invite()).await;
    clock.advance(Duration::from_secs(29));
    assert!(sandbox.financeit().loans().is_empty());
    clock.advance(Duration::from_secs(1));
    assert_eq!(sandbox.financeit().loans()[0].lead_id, Some(-7));
}

#[tokio::test]
async fn each_invite_makes_one_loan_at_most() {
    let (sandbox, clock) = sandbox(Options {
        applies_after: Some(Duration::from_secs(30)),
        ..Options::default()
    })
    .await;
    let (office, financeit) = (
        Office::open(&sandbox, User::Merchant).await,
        sandbox.financeit(),
    );
    office.post(SEND, &invite()).await;
    office.post(SEND, &invite()).await;
    assert!(financeit.customer_applies(-7).is_some());
    assert!(financeit.customer_applies(-7).is_some(), "of the first one");
    assert_eq!(financeit.customer_applies(-7), None);
    clock.advance(Duration::from_secs(60));
    assert_eq!(financeit.loans().len(), 2, "the clock adds none to those");
}

#[tokio::test]
async fn an_invite_whose_answer_is_lost_was_sent_all_the_same() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let office = Office::open(&sandbox, User::Merchant).await;
    let financeit = sandbox.financeit();
    let lost = Fault::status(502).after_effect().on("send_direct_invite");
    financeit.misbehave(lost).unwrap();
    assert_eq!(office.post(SEND, &invite()).await.0, 502);
    assert_eq!(financeit.invites().len(), 1);
}

#[tokio::test]
async fn access_links_are_made_for_own_loans_and_partners() {
    let (sandbox, _clock) = sandbox(Options::default()).await;
    let (office, financeit) = (Office::by_consent(&sandbox).await, sandbox.financeit());
    let partner = financeit.broker_partners()[0];
    let loan = financeit.add_loan(&NewLoan {
        partner_id: partner,
        ..NewLoan::default()
    });
    let foreign = financeit.add_loan(&NewLoan::default());
    let to_loan = "/single_access_links/loan";
    let (_, body) = office
        .post(
            to_loan,
            &json!({ "loan_id": loan, "email": "e@example.com" }),
        )
        .await;
    assert_eq!(
        office.post(to_loan, &json!({ "loan_id": foreign })).await.0,
        404
    );
    let to_make = "/single_access_links/partner";
    let request = json!({
        "lead_id": 12, "partner_id": partner, "email": "e@example.com",
        "custom_params": { "a": 1 }, "borrower": { "b": 2 }, "contacts": [{ "c": 3 }],
    });
    let (_, made) = office.post(to_make, &request).await;
    assert_eq!(office.post(to_make, &json!({ "lead_id": 12 })).await.0, 422);

    let links = financeit.access_links();
    assert_eq!(links.len(), 2);
    assert_eq!(
        (links[0].loan_id, &body["url"]),
        (Some(loan), &json!(links[0].url))
    );
    assert_eq!(
        (links[1].lead_id, &made["url"]),
        (Some(12), &json!(links[1].url))
    );
    assert_eq!(links[1].body, request);
    assert_ne!(links[0].url, links[1].url);
    let id = financeit.customer_applies(12).unwrap();
    assert_eq!(office.get(&format!("/loans/{id}")).await.1["lead_id"], 12);
}

#[tokio::test]
async fn an_access_link_may_come_in_any_shape() {
    for link_answer in [
        LinkAnswer::Object,
        LinkAnswer::Nested,
        LinkAnswer::Text,
        LinkAnswer::NoBody,
    ] {
        let (sandbox, _clock) = sandbox(Options {
            link_answer,
            ..Options::default()
        })
        .await;
        let office = Office::by_consent(&sandbox).await;
        let partner = sandbox.financeit().broker_partners()[0];
        let request = json!({ "lead_id": 1, "partner_id": partner });
        let (status, body) = office.post("/single_access_links/partner", &request).await;
        assert_eq!(status, 200);
        let url = &sandbox.financeit().access_links()[0].url;
        assert_eq!(
            body.to_string().contains(url),
            link_answer != LinkAnswer::NoBody
        );
    }
}
