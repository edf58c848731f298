//! Invites: what has to be there when, what goes out, and what may come back.

use florin::core::Effect;
use florin::financeit::types::{
    DirectInviteCustomParams, DirectInviteRequest, InviteLanguage, PaymentFrequency, SendVia,
    VerticalName,
};
use florin_sandbox::financeit::{InviteAnswer, Options};
use florin_tests::financeit::in_memory::{Says, provider};
use florin_tests::financeit::invite::{bare, by_email, for_lead};
use serde_json::json;

use super::{broker, merchant, sandbox, sandbox_with};

type Change = fn(&mut DirectInviteRequest);

/// What can't work, and what is said of it.
const REFUSED: [(SendVia, Change, &str); 21] = [
    (SendVia::Email, |_| {}, "email is missing"),
    (
        SendVia::Email,
        |i| i.mobile_number = Some("416-555-1234".into()),
        "email is missing",
    ),
    (
        SendVia::Email,
        |i| i.email = Some(String::new()),
        "email isn't",
    ),
    (
        SendVia::Email,
        |i| i.email = Some("hunter2".into()),
        "email isn't",
    ),
    (
        SendVia::Email,
        |i| i.email = Some("hunter2@".into()),
        "email isn't",
    ),
    (
        SendVia::Email,
        |i| i.email = Some("@hunter2".into()),
        "email isn't",
    ),
    (
        SendVia::Email,
        |i| i.email = Some("hunter2@a@b".into()),
        "email isn't",
    ),
    (
        SendVia::Email,
        |i| i.email = Some("hunter2 @a.example".into()),
        "email isn't",
    ),
    (SendVia::Sms, |_| {}, "mobile_number is missing"),
    (
        SendVia::Sms,
        |i| i.email = Some("hunter2@a.example".into()),
        "mobile_number is missing",
    ),
    (
        SendVia::Sms,
        |i| i.mobile_number = Some("4165551234".into()),
        "123-456-7890",
    ),
    (
        SendVia::Sms,
        |i| i.mobile_number = Some("+1-416-555-1234".into()),
        "123-456-7890",
    ),
    (
        SendVia::Sms,
        |i| i.mobile_number = Some("416-555-12345".into()),
        "123-456-7890",
    ),
    (
        SendVia::Sms,
        |i| i.mobile_number = Some("416-555-1234\n".into()),
        "123-456-7890",
    ),
    (
        SendVia::Sms,
        |i| i.mobile_number = Some("٤١٦-٥٥٥-١٢٣٤".into()),
        "123-456-7890",
    ),
    (
        SendVia::None,
        |i| i.mobile_number = Some("hunter2".into()),
        "123-456-7890",
    ),
    (
        SendVia::Centah,
        |i| i.email = Some("hunter2".into()),
        "email isn't",
    ),
    (
        SendVia::None,
        |i| i.use_max_amortization = Some(false),
        "amortization is missing",
    ),
    (
        SendVia::None,
        |i| i.amortization = Some(0.into()),
        "amortization isn't",
    ),
    (
        SendVia::None,
        |i| i.amortization = Some("36.5".parse().unwrap()),
        "amortization isn't",
    ),
    (
        SendVia::None,
        |i| i.requested_amount = Some((-1).into()),
        "requested_amount isn't",
    ),
];

#[tokio::test]
async fn an_invite_that_can_not_work_is_not_sent() {
    let sandbox = sandbox().await;
    let client = merchant(&sandbox);
    for (send_via, change, told) in REFUSED {
        let mut invite = bare(send_via);
        change(&mut invite);
        let error = client.invite(&invite).await.unwrap_err();
        assert!(error.is_invalid_request(), "{error}");
        assert_eq!(error.effect(), Effect::NotSent);
        let shown = error.to_string();
        assert!(shown.contains(told), "{shown}");
        assert!(
            !shown.contains("hunter2") && !shown.contains("416"),
            "no value shows: {shown}"
        );
    }
    assert!(sandbox.financeit().received().is_empty());
}

#[tokio::test]
async fn whatever_is_enough_is_sent_and_taken() {
    let sandbox = sandbox().await;
    let client = merchant(&sandbox);
    let taken: [(SendVia, Change); 7] = [
        (SendVia::Email, |i| {
            i.email = Some("robin@example.com".into())
        }),
        (SendVia::Sms, |i| {
            i.mobile_number = Some("416-555-1234".into())
        }),
        (SendVia::None, |_| {}),
        (SendVia::Centah, |_| {}),
        (SendVia::None, |i| i.use_max_amortization = Some(true)),
        (SendVia::None, |i| {
            i.use_max_amortization = Some(false);
            i.amortization = Some(36.into());
        }),
        (SendVia::None, |i| {
            i.amortization = Some("36.0".parse().unwrap())
        }),
    ];
    for (at, (send_via, change)) in taken.into_iter().enumerate() {
        let mut invite = bare(send_via);
        change(&mut invite);
        client.invite(&invite).await.unwrap();
        assert_eq!(sandbox.financeit().invites().len(), at + 1);
    }
}

#[tokio::test]
async fn an_invite_goes_out_whole_and_in_the_documented_types() {
    let sandbox = sandbox().await;
    let partner = sandbox.financeit().broker_partners()[1];
    let invite = DirectInviteRequest {
        amortization: Some(60.into()),
        custom_params: Some(DirectInviteCustomParams {
            lead_id: Some(-90_017),
            redirect_url: Some("https://shop.example/merci?a=1".try_into().unwrap()),
            extra: [("campaign".to_owned(), json!("autumn"))]
                .into_iter()
                .collect(),
        }),
        first_name: Some("Robin".into()),
        last_name: Some("Exemple".into()),
        language: Some(InviteLanguage::Fr),
        message: Some("Bonjour ✓".try_into().unwrap()),
        partner_id: Some(partner),
        payment_frequency: Some(PaymentFrequency::W),
        requested_amount: Some("8400.10".parse().unwrap()),
        use_max_amortization: Some(false),
        vertical_name: Some(VerticalName::RecreationalVehicle),
        ..by_email()
    };
    broker(&sandbox).invite(&invite).await.unwrap();
    let expected = json!({
        "promo_program_id": 0,
        "send_via": "email",
        "partner_id": partner,
        "vertical_name": "Recreational Vehicle",
        "email": "robin.exemple@example.com",
        "first_name": "Robin",
        "last_name": "Exemple",
        "language": "fr",
        "requested_amount": 8400.1,
        "amortization": 60,
        "use_max_amortization": false,
        "payment_frequency": "w",
        "message": "Bonjour ✓",
        "custom_params": {
            "lead_id": -90_017,
            "redirect_url": "https://shop.example/merci?a=1",
            "campaign": "autumn",
        },
    });
    let request = &sandbox.financeit().received_by("send_direct_invite")[0];
    assert_eq!(request.json().unwrap(), expected);
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(sandbox.financeit().invites()[0].lead_id, Some(-90_017));
}

#[tokio::test]
async fn what_is_not_said_is_left_out_but_for_a_program_of_zero() {
    let sandbox = sandbox().await;
    let client = merchant(&sandbox);
    client.invite(&bare(SendVia::None)).await.unwrap();
    let sent = sandbox.financeit().received_by("send_direct_invite")[0]
        .json()
        .unwrap();
    assert_eq!(sent, json!({"promo_program_id": 0, "send_via": "none"}));
    client.invite(&for_lead(0)).await.unwrap();
    assert_eq!(sandbox.financeit().invites()[1].lead_id, Some(0));
}

#[tokio::test]
async fn a_message_has_255_characters_and_a_redirect_254() {
    let sandbox = sandbox().await;
    let client = merchant(&sandbox);
    let with = |message: usize, redirect: usize| {
        let address = format!("https://shop.example/{}", "x".repeat(redirect - 21));
        assert_eq!(address.len(), redirect);
        let json = json!({
            "promo_program_id": 0, "send_via": "none", "message": "é".repeat(message),
            "custom_params": {"redirect_url": address},
        });
        serde_json::from_value::<DirectInviteRequest>(json)
    };
    client.invite(&with(255, 254).unwrap()).await.unwrap();
    for (message, redirect) in [(256, 254), (255, 255)] {
        let error = with(message, redirect).unwrap_err().to_string();
        assert!(error.contains("longer than"), "{error}");
        assert!(!error.contains("xxx") && !error.contains('é'), "{error}");
    }
    assert_eq!(sandbox.financeit().invites().len(), 1);
}

#[test]
fn a_lead_is_a_whole_number_of_64_bits() {
    let read = |lead: serde_json::Value| {
        serde_json::from_value::<DirectInviteCustomParams>(json!({"lead_id": lead}))
    };
    for lead in [0, -1, i64::MIN, i64::MAX] {
        assert_eq!(read(json!(lead)).unwrap().lead_id, Some(lead));
    }
    // The provider would strip what isn't a digit, and file the customer under another lead.
    for odd in [json!("A-17"), json!("17"), json!(1.5), json!(u64::MAX)] {
        assert!(read(odd.clone()).is_err(), "{odd}");
    }
}

#[tokio::test]
async fn an_answer_may_be_an_empty_object_nothing_or_a_link() {
    for (invite_answer, has_link) in [
        (InviteAnswer::EmptyObject, false),
        (InviteAnswer::NoBody, false),
        (InviteAnswer::NoContent, false),
        (InviteAnswer::Link, true),
    ] {
        let sandbox = sandbox_with(Options {
            invite_answer,
            ..Options::default()
        })
        .await;
        let answer = merchant(&sandbox).invite(&by_email()).await.unwrap();
        let link = answer.application_link.as_ref();
        assert_eq!(link.is_some(), has_link, "{invite_answer:?}");
        assert_eq!(sandbox.financeit().invites().len(), 1);
        if let Some(link) = link {
            assert!(link.value().unwrap().starts_with("https://"));
            assert!(!format!("{answer:?}").contains(link.text()));
        }
    }
}

#[tokio::test(start_paused = true)]
async fn what_else_an_answer_holds_is_kept() {
    let provider = provider(|_| {
        Says::Yes(json!({"application_link": null, "id": 12, "status": {"sent": true}}))
    });
    let client = provider.merchant().build().unwrap();
    let answer = client.invite(&by_email()).await.unwrap();
    assert!(answer.application_link.is_none());
    assert_eq!(answer.extra["id"], 12);
    assert_eq!(answer.extra["status"]["sent"], true);
}
