//! A read: whatever happens to it, nothing has happened to anybody.

use florin_sandbox::financeit::NewLoan;

use super::cell::{Cell, Told};
use super::desk;
use super::stand_in::Provider;
use super::strike::Strike;
use super::subject::{Class, Column, Subject, Table};

pub(crate) fn subject() -> Subject {
    Subject {
        name: "A read",
        about: "It is repeated after every failure of the moment.",
        class: Class::Read,
        columns: vec![
            Column::new(Provider::MonetaGo, "`find`", monetago),
            Column::new(Provider::Nemuru, "`loan`", nemuru),
            Column::new(Provider::Financeit, "`loan`", financeit),
            Column::new(Provider::Monoova, "`deal`", monoova),
            Column::new(Provider::Tradevest, "`get_customer_product`", tradevest),
        ],
        table: Table::Calls,
    }
}

async fn monetago(strike: Strike) -> Cell {
    const OPERATION: &str = "search_financing_validation_requests";
    let desk = desk::monetago::Desk::open(&strike).await;
    strike.arm(desk.stand_in(), OPERATION).await;
    let found = desk.client.find("fvr-1").await;
    strike.cell(desk.stand_in(), OPERATION, Told::of(&found, |_| ""), None)
}

async fn nemuru(strike: Strike) -> Cell {
    const OPERATION: &str = "get_loan";
    let desk = desk::nemuru::Desk::open(&strike).await;
    let loan = desk.client.create_loan(&desk.invitation()).await.unwrap();
    strike.arm(desk.stand_in(), OPERATION).await;
    let read = loan.read().await;
    strike.cell(desk.stand_in(), OPERATION, Told::of(&read, |_| ""), None)
}

async fn financeit(strike: Strike) -> Cell {
    const OPERATION: &str = "get_loan";
    let desk = desk::financeit::Desk::open(&strike).await;
    let id = desk.stand_in().add_loan(&NewLoan::default());
    strike.arm(desk.stand_in(), OPERATION).await;
    let read = desk.client.loan(id).read().await;
    strike.cell(desk.stand_in(), OPERATION, Told::of(&read, |_| ""), None)
}

async fn monoova(strike: Strike) -> Cell {
    const OPERATION: &str = "get_transaction";
    let desk = desk::monoova::Desk::open(&strike).await;
    let deal = desk
        .client
        .create_transaction(&desk.order("100.00"))
        .await
        .unwrap();
    strike.arm(desk.stand_in(), OPERATION).await;
    let read = deal.read().await;
    strike.cell(desk.stand_in(), OPERATION, Told::of(&read, |_| ""), None)
}

async fn tradevest(strike: Strike) -> Cell {
    const OPERATION: &str = "get_customer_product";
    let desk = desk::tradevest::Desk::open(&strike).await;
    strike.arm(desk.stand_in(), OPERATION).await;
    let account = desk.client.api().get_customer_product();
    let account = account.customer_product_id(desk.cash.as_str());
    let read = account.send().await;
    strike.cell(desk.stand_in(), OPERATION, Told::of(&read, |_| ""), None)
}
