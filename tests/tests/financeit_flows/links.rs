//! Access links: found wherever they stand, made at most once, and kept from view.

use florin::core::Effect;
use florin::financeit::types::{LoanAccessLinkRequest, PartnerAccessLinkRequest};
use florin_sandbox::Fault;
use florin_sandbox::financeit::{LinkAnswer, NewLoan, Options};
use florin_tests::financeit::in_memory::{Says, provider};
use serde_json::json;

use super::{authorized, count, misbehave, sandbox, sandbox_with};

fn to_loan(id: i64) -> LoanAccessLinkRequest {
    LoanAccessLinkRequest::builder()
        .loan_id(id)
        .try_into()
        .unwrap()
}

fn for_partner(partner: i64, lead: i64) -> PartnerAccessLinkRequest {
    PartnerAccessLinkRequest::builder()
        .partner_id(partner)
        .lead_id(lead)
        .try_into()
        .unwrap()
}

#[tokio::test]
async fn a_link_is_found_wherever_the_answer_has_it() {
    for (link_answer, has_link) in [
        (LinkAnswer::Object, true),
        (LinkAnswer::Nested, true),
        (LinkAnswer::Text, true),
        (LinkAnswer::NoBody, false),
    ] {
        let sandbox = sandbox_with(Options {
            link_answer,
            ..Options::default()
        })
        .await;
        let client = authorized(&sandbox).await;
        let partner_id = sandbox.financeit().broker_partners()[0];
        let id = sandbox.financeit().add_loan(&NewLoan {
            partner_id,
            ..NewLoan::default()
        });
        let links = [
            client.loan_access_link(&to_loan(id)).await.unwrap(),
            client
                .partner_access_link(&for_partner(partner_id, -5))
                .await
                .unwrap(),
        ];
        let made = sandbox.financeit().access_links();
        assert_eq!(made.len(), 2);
        for (link, made) in links.iter().zip(&made) {
            let expected = has_link.then_some(made.url.as_str());
            assert_eq!(link.url(), expected, "{link_answer:?}");
            assert!(
                !format!("{link:?}").contains("https"),
                "whoever has it gets in"
            );
        }
        assert_eq!((made[0].loan_id, made[1].lead_id), (Some(id), Some(-5)));
    }
}

#[tokio::test]
async fn a_loan_that_is_made_behind_a_link_is_found_by_its_lead() {
    let sandbox = sandbox().await;
    let client = authorized(&sandbox).await;
    let partner = sandbox.financeit().broker_partners()[2];
    client
        .partner_access_link(&for_partner(partner, -90_018))
        .await
        .unwrap();
    assert!(
        client
            .loan_for_lead(-90_018, Some(partner))
            .await
            .unwrap()
            .is_none()
    );
    let id = sandbox.financeit().customer_applies(-90_018).unwrap();
    let loan = client.loan_for_lead(-90_018, Some(partner)).await.unwrap();
    assert_eq!(loan.unwrap().id(), id);
}

#[tokio::test]
async fn what_is_known_goes_along_and_what_is_undocumented_may() {
    let sandbox = sandbox().await;
    let client = authorized(&sandbox).await;
    let partner = sandbox.financeit().broker_partners()[0];
    let mut request = for_partner(partner, -5);
    request.email = Some("employee@example.com".to_owned());
    request
        .custom_params
        .insert("requested_amount".to_owned(), json!(8400));
    request
        .borrower
        .insert("first_name".to_owned(), json!("Robin"));
    request.contacts.push(
        [("email".to_owned(), json!("a@example.com"))]
            .into_iter()
            .collect(),
    );
    client.partner_access_link(&request).await.unwrap();
    assert_eq!(
        sandbox.financeit().access_links()[0].body,
        json!({
            "lead_id": -5, "partner_id": partner, "email": "employee@example.com",
            "custom_params": {"requested_amount": 8400}, "borrower": {"first_name": "Robin"},
            "contacts": [{"email": "a@example.com"}],
        })
    );
    let shown = format!("{request:?}");
    assert!(
        !shown.contains("Robin") && !shown.contains("example.com"),
        "{shown}"
    );
    // The bare one sends no empty objects.
    client
        .partner_access_link(&for_partner(partner, 6))
        .await
        .unwrap();
    assert_eq!(
        sandbox.financeit().access_links()[1].body,
        json!({"lead_id": 6, "partner_id": partner})
    );
}

#[tokio::test]
async fn a_link_whose_answer_is_lost_is_not_made_again() {
    for fault in [
        Fault::reset(),
        Fault::status(500),
        Fault::status(502),
        Fault::truncated(),
    ] {
        let told = format!("{fault:?}");
        let sandbox = sandbox().await;
        let client = authorized(&sandbox).await;
        let partner = sandbox.financeit().broker_partners()[0];
        misbehave(
            &sandbox,
            fault
                .after_effect()
                .on("create_partner_access_link")
                .always(),
        );
        let request = for_partner(partner, -5);
        let error = client.partner_access_link(&request).await.unwrap_err();
        assert_eq!(error.effect(), Effect::MaybeApplied, "{told} {error:#}");
        assert_eq!(sandbox.financeit().access_links().len(), 1, "{told}");
        assert_eq!(count(&sandbox, "create_partner_access_link"), 1, "{told}");
    }
}

#[tokio::test(start_paused = true)]
async fn any_answer_is_kept_whole_and_the_first_link_in_it_found() {
    for (body, url) in [
        ("", None),
        ("{}", None),
        ("null", None),
        ("[]", None),
        (r#"{"note": "see https://a.example"}"#, None),
        (r#"{"link": "http://a.example/x"}"#, None),
        (r#""https://a.example/x""#, Some("https://a.example/x")),
        (
            r#"[1, {"a": {"b": ["HTTPS://a.example/x"]}}]"#,
            Some("HTTPS://a.example/x"),
        ),
    ] {
        let provider = provider(move |_| Says::Text(201, body));
        let client = provider.authorized().build().unwrap();
        let link = client.loan_access_link(&to_loan(7)).await.unwrap();
        assert_eq!(link.url(), url, "{body}");
        let whole = match body {
            "" => json!({}),
            other => serde_json::from_str(other).unwrap(),
        };
        assert_eq!(link.into_answer(), whole);
    }
}

#[tokio::test(start_paused = true)]
async fn a_success_that_names_errors_is_no_link() {
    let provider = provider(|_| Says::Yes(json!({"errors": ["no"], "url": "https://a.example/x"})));
    let client = provider.authorized().build().unwrap();
    let error = client.loan_access_link(&to_loan(7)).await.unwrap_err();
    assert!(error.is_decode(), "{error}");
    assert_eq!(error.effect(), Effect::MaybeApplied);
}

#[tokio::test]
async fn a_link_to_a_loan_of_somebody_else_is_refused_by_the_provider() {
    let sandbox = sandbox().await;
    let client = authorized(&sandbox).await;
    let theirs = sandbox.financeit().add_loan(&NewLoan::default());
    let error = client.loan_access_link(&to_loan(theirs)).await.unwrap_err();
    assert!(error.is_not_found() && sandbox.financeit().access_links().is_empty());
}
