//! Going on in another process with what was stored.

use florin::monetago::{ChangeHandle, Outcome, RegistrationHandle};
use florin_sandbox::monetago::Lender;
use florin_tests::monetago::invoice;
use serde_json::json;

use super::{check, first, sandbox, unique};

#[tokio::test]
async fn a_registration_goes_on_from_its_stored_handle() {
    let sandbox = sandbox().await;
    let stored = serde_json::to_string(
        first(&sandbox)
            .register(&check("fvr-1", "inv-1"))
            .await
            .unwrap()
            .handle(),
    )
    .unwrap();

    let handle: RegistrationHandle = serde_json::from_str(&stored).unwrap();
    let client = first(&sandbox);
    let Outcome::Unique(fvr) = client.resume(handle).poller().at_once().await.unwrap() else {
        panic!("not unique")
    };
    let outcome = client.finance(&fvr).await.unwrap().poller().await.unwrap();
    assert!(matches!(outcome, Outcome::Financed(_)), "{outcome:?}");
    assert_eq!(sandbox.monetago().registrations(), 1);
}

#[tokio::test]
async fn a_registration_goes_on_from_its_identifier_alone() {
    let sandbox = sandbox().await;
    let id = first(&sandbox)
        .register(&check("fvr-1", "inv-1"))
        .await
        .unwrap()
        .id()
        .to_owned();
    let outcome = first(&sandbox)
        .resume(RegistrationHandle::new(id))
        .poller()
        .await
        .unwrap();
    assert_eq!(
        (outcome.word(), outcome.fvr().data_set_id()),
        ("unique", Some("fvr-1"))
    );
}

#[tokio::test]
async fn several_fvrs_under_an_identifier_alone_are_noticed_when_they_settle() {
    let sandbox = sandbox().await;
    let request =
        invoice::registration_of("REGI", &[invoice::fvr("a", "1"), invoice::fvr("b", "2")])
            .unwrap();
    let id = first(&sandbox)
        .register(&request)
        .await
        .unwrap()
        .id()
        .to_owned();
    let registration = first(&sandbox).resume(RegistrationHandle::new(id));
    let error = registration.poller().await.unwrap_err();
    assert!(error.to_string().contains("use poll_all"), "{error}");
    assert_eq!(registration.poll_all().await.unwrap().len(), 2);
}

#[test]
fn a_handle_of_an_older_version_is_still_read() {
    let handle: RegistrationHandle =
        serde_json::from_value(json!({"registration_id": "r", "later": "field"})).unwrap();
    assert_eq!(handle, RegistrationHandle::new("r"));
}

#[tokio::test]
async fn a_financing_goes_on_from_its_stored_handle() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let fvr = unique(&client, "fvr-1", "inv-1").await;
    let stored = serde_json::to_string(client.finance(&fvr).await.unwrap().handle()).unwrap();

    let handle: ChangeHandle = serde_json::from_str(&stored).unwrap();
    let outcome = first(&sandbox)
        .resume_change(handle)
        .poller()
        .at_once()
        .await
        .unwrap();
    assert!(matches!(outcome, Outcome::Financed(_)), "{outcome:?}");
    assert_eq!(sandbox.monetago().financings(), 1);
}

#[tokio::test]
async fn another_lender_can_not_go_on_with_it() {
    let sandbox = sandbox().await;
    let registration = first(&sandbox)
        .register(&check("fvr-1", "inv-1"))
        .await
        .unwrap();
    let other = florin_tests::monetago::lender::client(&sandbox, Lender::Second).unwrap();
    let error = other
        .resume(registration.handle().clone())
        .poller()
        .await
        .unwrap_err();
    assert!(error.is_not_found(), "{error}");
}

#[tokio::test]
async fn dropping_a_poller_stops_nothing_at_the_registry() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let registration = client.register(&check("fvr-1", "inv-1")).await.unwrap();
    let mut poller = registration.poller();
    let _ = poller.next().await;
    drop(poller);
    assert_eq!(registration.poller().await.unwrap().word(), "unique");
}
