//! Tradevest's chapter: a broker gains a customer, and buys for them once although the answer is lost.

use std::time::Duration;

use florin::poll::{Pace, Progress};
use florin::tradevest::onboarding::{
    Halt, Identification, Onboarding, OnboardingState, Paper, Person,
};
use florin::tradevest::prices::{Market, Update};
use florin::tradevest::{Client, Credentials, Environment, Goal, Outcome, TokenEndpoint, types};
use florin_sandbox::Fault;
use florin_sandbox::tradevest::{Quote, Tradevest};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::end::End;
use super::page::Page;

/// A made-up person: Tradevest allows no other in its test environment.
const DOCUMENT: &[u8] = b"%PDF-1.4\n% A certificate of an identification, made up.\n";

/// Plays it through and writes the transcript.
pub(super) async fn tell(platform: &Tradevest, page: &mut Page<'_>) -> Result<(), End> {
    page.chapter("Tradevest")?;
    page.line("A new customer buys bitcoin")?;
    page.line("")?;
    page.line("A broker in Berlin takes on a customer, and buys for them what they can afford.")?;

    page.heading("The broker's program")?;
    let broker = client(platform)?;
    let (stored, accepted) = begin(page, &broker).await?;

    page.heading("The broker's program, started again")?;
    let broker = client(platform)?;
    let customer = go_on(page, &broker, &stored, accepted).await?;
    let accounts = open(page, &broker, &customer).await?;
    pay_in(page, platform, &broker, &accounts).await?;
    look_at_prices(page, platform, &broker).await?;
    buy(page, platform, &broker, &accounts).await
}

/// What the customer's money and coins are kept on.
struct Accounts {
    cash: String,
    wallet: String,
}

/// The identifiers of the terms and of the privacy policy that the customer has accepted.
struct Accepted {
    terms: String,
    privacy_policy: String,
}

fn client(platform: &Tradevest) -> Result<Client, End> {
    let pause = Duration::from_millis(100);
    let client = Client::builder()
        .environment(Environment::Custom {
            api: platform.api_url(),
            auth: platform.auth_url(),
            prices: Some(platform.prices_url()),
        })
        .token_endpoint(TokenEndpoint::Connect)
        .credentials(Credentials::new(
            platform.client_id(),
            platform.client_secret(),
        ))
        .requestor(sample(json!(platform.partner_person()))?)
        .pace(Pace::default().first(pause).slowest(pause))
        .build()?;
    Ok(client)
}

/// A value of a generated type.
fn sample<T: DeserializeOwned>(value: Value) -> Result<T, End> {
    serde_json::from_value(value)
        .map_err(|error| End::Broken(format!("What the chapter is made of is wrong: {error}")))
}

fn person() -> Result<Person, End> {
    let data = json!({
        "gender": "FEMALE", "firstName": "Clara", "lastName": "Beispiel",
        "birthDay": "1991-05-17", "birthPlace": "Kiel", "birthCountry": "DE",
        "nationalities": [{ "countryCode": "DE" }],
        "taxDetails": [{ "taxResidency": "DE", "taxId": "00000000000" }],
        "isUsNationality": false,
        "mainAddress": { "street": "Musterweg", "streetNumber": "3", "city": "Kiel", "zip": "24103", "country": "DE" },
        "contact": { "phone": "+4943100000", "email": "clara@example.com" },
    });
    let identification = json!({
        "externalVerifier": "ID_NOW", "identificationType": "VIDEO_IDENT", "identificationDate": "2026-11-02",
        "identificationDocumentType": "ID", "documentNumber": "X0000000", "documentCountry": "DE",
        "documentIssuer": "Stadt Kiel", "documentIssueDate": "2021-03-01", "documentExpiryDate": "2031-02-28",
    });
    let account = json!({ "iban": "DE02120300000000202051", "ownerName": "Clara Beispiel" });
    let certificate = Paper::new(
        types::DocumentTypeEnum::IdentificationCertificate,
        "Identification",
        DOCUMENT,
    );
    Ok(
        Person::new(sample(data)?, Identification::own(sample(identification)?))
            .document(certificate)
            .reference_account(sample(account)?),
    )
}

/// Takes the customer in, as far as it goes without their consent.
async fn begin(page: &mut Page<'_>, broker: &Client) -> Result<(String, Accepted), End> {
    page.step("Takes in who the customer is, and that the broker has identified them.")?;
    let mut onboarding = broker.onboard_person(person()?);
    let mut stored = String::new();
    let halt = run(&mut onboarding, &mut stored).await?;
    let Halt::NeedsAcceptance { documents, .. } = halt else {
        return Err(unexpected(&halt));
    };
    page.note("Before each thing that is sent, the program stores where it stands: identifiers, and nobody's name.")?;
    let id_of = |wanted: types::PartnerDocumentTypeEnum| {
        let found = documents
            .iter()
            .find(|document| document.type_ == Some(wanted.clone()));
        found
            .map(|document| document.document_id.clone())
            .ok_or_else(|| End::Broken("The platform has no terms to accept.".to_owned()))
    };
    let accepted = Accepted {
        terms: id_of(types::PartnerDocumentTypeEnum::TermsAndConditions)?,
        privacy_policy: id_of(types::PartnerDocumentTypeEnum::DataPrivacyPolicy)?,
    };
    page.step("Shows the terms to the customer, and ends: they may read them for a week.")?;
    Ok((stored, accepted))
}

async fn run(onboarding: &mut Onboarding, stored: &mut String) -> Result<Halt, End> {
    // A real program writes it to a disk or a database, and waits until it is there.
    let save = |state: OnboardingState| {
        std::future::ready(serde_json::to_string(&state).map(|state| *stored = state))
    };
    let halt = onboarding.run(save).await;
    halt.map_err(|error| End::Broken(format!("The onboarding failed: {error}")))
}

fn unexpected(halt: &Halt) -> End {
    End::Broken(format!("The onboarding stopped: {halt:?}"))
}

/// Goes on from what was stored.
async fn go_on(
    page: &mut Page<'_>,
    broker: &Client,
    stored: &str,
    accepted: Accepted,
) -> Result<String, End> {
    page.step("Goes on with the customer, who has accepted.")?;
    let state: OnboardingState = sample(serde_json::from_str(stored).unwrap_or_default())?;
    let person = person()?.accepted(accepted.terms, accepted.privacy_policy);
    let mut onboarding = broker
        .resume_onboarding(person, state)
        .map_err(|error| End::Broken(format!("It can't be taken up again: {error}")))?;
    match run(&mut onboarding, &mut String::new()).await? {
        Halt::Onboarded { customer_id, .. } => {
            page.note("Signed twice, checked, approved. Nobody was taken in a second time.")?;
            Ok(customer_id)
        }
        halt => Err(unexpected(&halt)),
    }
}

async fn open(page: &mut Page<'_>, broker: &Client, customer: &str) -> Result<Accounts, End> {
    page.step("Opens an account for euros and a wallet for coins.")?;
    let product = async |code: &str| {
        let product = sample(json!({ "productCode": code }))?;
        let opened = broker.create_product(customer, product).await?;
        match opened.poller(Goal::Active).await? {
            Outcome::Reached(_) => Ok(opened.id().to_owned()),
            other => Err(End::Broken(format!(
                "{code} was not opened: {:?}",
                other.reason()
            ))),
        }
    };
    let cash = product("BALANCE_ACCOUNT").await?;
    let wallet = product("CURRENCY_WALLET").await?;
    page.note("Both are active.")?;
    Ok(Accounts { cash, wallet })
}

async fn pay_in(
    page: &mut Page<'_>,
    platform: &Tradevest,
    broker: &Client,
    accounts: &Accounts,
) -> Result<(), End> {
    page.step(
        "Has the customer pay in EUR 750.55. (In the test environment, that can be pretended.)",
    )?;
    let transfer: types::TestIncomingTransferData = sample(json!({
        "customerProductId": accounts.cash, "amount": 750.55, "reference": "First payment",
    }))?;
    broker
        .api()
        .create_test_incoming_transfer()
        .body(transfer)
        .send()
        .await?;
    let mut pause = tokio::time::interval(Duration::from_millis(50));
    for _ in 0..100 {
        pause.tick().await;
        if let Some(balance) = platform.balance(&accounts.cash)
            && balance.available != "0"
        {
            return Ok(page.note(&format!("EUR {} are there.", balance.available))?);
        }
    }
    Err(End::Broken("The money did not come.".to_owned()))
}

async fn look_at_prices(
    page: &mut Page<'_>,
    platform: &Tradevest,
    broker: &Client,
) -> Result<(), End> {
    page.step("Looks at what bitcoin costs.")?;
    let mut prices = broker.prices([Market::eur("BTC")]);
    // The stand-in knows no prices of its own: one is made once the broker listens, which begins with the first `next`.
    let market = platform.prices();
    tokio::spawn(async move {
        market.wait_for_subscriptions(1).await;
        let quote = Quote::of("BTC").ask("61480.75", "0.5");
        market.push(&quote.bid("61475.20", "0.4"));
    });
    while let Some(update) = prices.next().await {
        let update =
            update.map_err(|error| End::Broken(format!("There are no prices: {error}")))?;
        if let Update::Price(price) = update
            && let Some(ask) = price.asks.first()
        {
            page.note(&format!(
                "EUR {} each, for at most {}.",
                ask.price, ask.quantity
            ))?;
            return Ok(());
        }
    }
    Err(End::Broken("The prices ended.".to_owned()))
}

/// Buys while the network loses the first answer.
async fn buy(
    page: &mut Page<'_>,
    platform: &Tradevest,
    broker: &Client,
    accounts: &Accounts,
) -> Result<(), End> {
    page.step("Buys for EUR 500. The network loses the answer.")?;
    platform
        .misbehave(
            Fault::reset()
                .after_effect()
                .on("create_digital_market_order"),
        )
        .map_err(|error| End::Broken(format!("The sandbox can't misbehave: {error}")))?;
    let order: types::OrderData = sample(json!({
        "cryptoSymbol": "BTC", "tradeSide": "BUY", "quantityType": "AMOUNT", "quantity": 500,
        "externalId": "", "walletCustomerProductId": accounts.wallet, "cashCustomerProductId": accounts.cash,
    }))?;
    let create = broker.create_digital_order(order);
    let external_id = create.external_id().cloned();
    let order = create.await?;
    page.note("The order has an identifier of the broker's, known before it went out. It is sent again under the same one,")?;
    page.note("the platform says that it knows it, and the client looks: it is the very order.")?;
    let made = external_id.map_or(0, |id| platform.created_under(id.as_str()));
    page.note(&format!(
        "Requests: {}. Orders placed: {made}.",
        platform.received_by("create_digital_market_order").len(),
    ))?;

    page.step("Waits until it is settled: executed is not the end.")?;
    let mut poller = order.poller(Goal::Settled);
    let mut seen = String::new();
    while let Some(progress) = poller.next().await {
        match progress? {
            Progress::Pending(order) => {
                let status = order.status.to_string();
                if status != seen {
                    page.note(&format!("It is {status}."))?;
                    seen = status;
                }
            }
            Progress::Done(Outcome::Reached(order)) => {
                page.note(&format!("It is {}.", order.status))?;
                page.line(
                    "\nOne customer, one order, although the program ended and an answer was lost.",
                )?;
                return Ok(());
            }
            Progress::Done(other) => {
                return Err(End::Broken(format!(
                    "Nothing was bought: {:?}",
                    other.reason()
                )));
            }
        }
    }
    Err(End::Broken("The order did not settle.".to_owned()))
}
