//! What the ledger of a killed program says, and what it keeps others from.

use florin::ledger::{FileLedger, Ledger as _};
use florin::monoova::{Client, Credentials, Environment};
use florin_sandbox::Fault;
use florin_sandbox::monoova::User;

use super::life::{End, Kill};
use super::monoova::{Invoices, LEDGER, order};
use super::scene::{HANGING, Scene};
use super::wire::Fate;

#[tokio::test]
async fn what_a_killed_program_had_sent_stands_in_its_ledger_and_is_asked_for_under_the_same_key() {
    let scene = Scene::open(&Invoices).await;
    let monoova = scene.sandbox.monoova();
    scene.misbehave(
        Fault::delay(HANGING)
            .after_effect()
            .on("create_transaction"),
    );
    // The token, and then the transaction.
    let end = scene.live(Kill::AtRequest(2), Fate::Lost, 0).await;
    assert!(matches!(end, End::Killed), "{end:?}");
    assert_eq!(monoova.transactions().len(), 1);

    let ledger = FileLedger::open_existing(scene.folder().join(LEDGER)).unwrap();
    let open = ledger.open_entries().await.unwrap();
    assert_eq!(open.len(), 1);
    assert_eq!(open[0].reference, "4711 create");
    assert_eq!(open[0].operation, "create_transaction");
    assert_eq!(open[0].key.as_str(), monoova.keys()[0].key);

    let setting = |name: &str| {
        let mut settings = scene.settings.iter();
        settings
            .find(|(known, _)| *known == name)
            .unwrap()
            .1
            .clone()
    };
    let known = monoova.back_office();
    let restarted = Client::builder()
        .environment(Environment::Custom {
            api: setting("MONOOVA_API_URL"),
        })
        .token_url(setting("MONOOVA_TOKEN_URL"))
        .credentials(Credentials::back_office(
            known.client_id,
            known.client_secret,
        ))
        .user_id(User::First.id())
        .ledger(ledger.clone())
        .build()
        .unwrap();
    let beneficiary = setting("BENEFICIARY").parse().unwrap();
    let other = restarted.create_transaction(&order("100.01", beneficiary));
    let error = other.reference("4711 create").await.unwrap_err();
    assert!(error.is_invalid_request(), "{error:#}");
    let again = restarted.create_transaction(&order("100.00", beneficiary));
    let deal = again.reference("4711 create").await.unwrap();
    let made = monoova.transactions();
    assert_eq!((made.len(), made[0].id), (1, deal.id()));
    assert_eq!((monoova.replays(), monoova.strangers()), (1, 0));
    assert!(ledger.open_entries().await.unwrap().is_empty());
}
