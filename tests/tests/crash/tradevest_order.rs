//! Tradevest: two orders, each under an external id that is stored before it is sent, and followed from its handle.

use florin::tradevest::{
    Client, ClientBuilder, Create, Created, ExternalId, Goal, Handle, Outcome, types,
};
use florin_sandbox::Sandbox;
use florin_sandbox::SandboxBuilder;
use serde_json::json;

use super::child::{Disk, End, Told, pace, retry, setting};
use super::desk::read;
use super::scene::Scene;
use super::story::{Books, Provider, Story, books};

pub(crate) struct Orders;

const EUROS: [&str; 2] = ["100", "250"];
const WALLET: &str = "WALLET";
const CASH: &str = "CASH";

pub(crate) async fn program(disk: &Disk) -> Told {
    let client = ClientBuilder::from_env()?
        .pace(pace())
        .retry(retry())
        .build()?;
    for euros in EUROS {
        let order = order(disk, &client, euros).await?;
        match order.poller(Goal::Settled).await? {
            Outcome::Reached(_) => {}
            other => return Err(format!("{other:?}").into()),
        }
    }
    Ok(End::Finished)
}

async fn order(
    disk: &Disk,
    client: &Client,
    euros: &str,
) -> Result<Created<types::DigitalAssetsOrder>, Box<dyn std::error::Error>> {
    if let Some(handle) = disk.load::<Handle>(&format!("order at {euros}"))? {
        return Ok(client.resume(handle)?);
    }
    let own = format!("external id at {euros}");
    let create: Create<types::DigitalAssetsOrder> = client.create_digital_order(data(euros));
    let create = match disk.load::<ExternalId>(&own)? {
        Some(id) => create.with_external_id(id).may_have_been_sent(),
        None => {
            if !disk.is_careless() {
                disk.save(&own, &create.external_id())?;
            }
            create
        }
    };
    let id = create.external_id().cloned();
    let order = create.await?;
    disk.save(&own, &id)?;
    disk.save(&format!("order at {euros}"), &order.handle())?;
    Ok(order)
}

fn data(euros: &str) -> types::OrderData {
    read(&json!({
        "cryptoSymbol": "BTC", "tradeSide": "BUY", "quantityType": "AMOUNT", "externalId": "",
        "quantity": euros.parse::<u32>().unwrap(),
        "walletCustomerProductId": setting(WALLET), "cashCustomerProductId": setting(CASH),
    }))
}

pub(crate) fn hosts(sandbox: &Sandbox) -> Vec<(&'static str, String)> {
    let tradevest = sandbox.tradevest();
    vec![
        ("TRADEVEST_API_URL", tradevest.api_url()),
        ("TRADEVEST_AUTH_URL", tradevest.auth_url()),
    ]
}

pub(crate) fn settings(sandbox: &Sandbox) -> Vec<(&'static str, String)> {
    let tradevest = sandbox.tradevest();
    vec![
        ("TRADEVEST_CLIENT_ID", tradevest.client_id().to_owned()),
        (
            "TRADEVEST_CLIENT_SECRET",
            tradevest.client_secret().to_owned(),
        ),
        ("TRADEVEST_REQUESTOR_ID", tradevest.partner_person()),
    ]
}

/// Nothing takes any time there.
pub(crate) fn at_once(builder: SandboxBuilder) -> SandboxBuilder {
    builder.tradevest(florin_sandbox::tradevest::Options {
        accept_after: std::time::Duration::ZERO,
        step_after: std::time::Duration::ZERO,
        ..florin_sandbox::tradevest::Options::default()
    })
}

impl Story for Orders {
    fn name(&self) -> &'static str {
        "tradevest order"
    }

    fn provider(&self) -> Provider {
        Provider::Tradevest
    }

    fn sandbox(&self, builder: SandboxBuilder) -> SandboxBuilder {
        at_once(builder)
    }

    fn hosts(&self, sandbox: &Sandbox) -> Vec<(&'static str, String)> {
        hosts(sandbox)
    }

    fn settings(&self, sandbox: &Sandbox) -> Vec<(&'static str, String)> {
        let tradevest = sandbox.tradevest();
        let customer = tradevest.plant_customer();
        let cash = tradevest.plant_product(&customer, "BALANCE_ACCOUNT");
        tradevest.deposit(&cash, "1000");
        let mut settings = settings(sandbox);
        settings.push((
            WALLET,
            tradevest.plant_product(&customer, "CURRENCY_WALLET"),
        ));
        settings.push((CASH, cash));
        settings
    }

    fn books(&self, scene: &Scene) -> Books {
        let mut found = Books::new();
        for order in scene.sandbox.tradevest().orders() {
            let euros = &order.request["quantity"];
            *found
                .entry(format!("at {euros}: {}", order.status))
                .or_default() += 1;
        }
        found
    }

    fn wanted(&self, _: &Scene) -> Books {
        books([("at 100: SETTLED", 1), ("at 250: SETTLED", 1)])
    }
}
