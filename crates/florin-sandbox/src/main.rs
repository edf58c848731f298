//! Serves the stand-ins on loopback until it is interrupted.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program for a terminal"
)]

use std::error::Error;
use std::io;
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use florin_sandbox::Sandbox;
use florin_sandbox::financeit::{self, Financeit};
use florin_sandbox::monetago::{Lender, MonetaGo, Options};
use florin_sandbox::monoova::{self, Monoova, User};
use florin_sandbox::nemuru::{self, Agent, Nemuru};
use florin_sandbox::plain::{self, Plain};
use florin_sandbox::tradevest::{self, Tradevest};

/// What the customers and lenders of a program that nobody steers take for each step.
const STEP: Duration = Duration::from_secs(2);

/// Stand-ins for finance providers on loopback, for work without a network. Ctrl-C ends it.
#[derive(Debug, Parser)]
#[command(name = "florin-sandbox", version)]
struct Arguments {
    /// Port of MonetaGo's API host; 0 takes a free one
    #[arg(long, default_value_t = 8701)]
    port: u16,

    /// Port of MonetaGo's token host; 0 takes a free one
    #[arg(long, default_value_t = 8702)]
    auth_port: u16,

    /// Port of Nemuru; 0 takes a free one
    #[arg(long, default_value_t = 8703)]
    nemuru_port: u16,

    /// Port of Financeit; 0 takes a free one
    #[arg(long, default_value_t = 8704)]
    financeit_port: u16,

    /// Port of Monoova; 0 takes a free one
    #[arg(long, default_value_t = 8705)]
    monoova_port: u16,

    /// Port of Tradevest's API host; 0 takes a free one
    #[arg(long, default_value_t = 8706)]
    tradevest_port: u16,

    /// Port of Tradevest's token host; 0 takes a free one
    #[arg(long, default_value_t = 8707)]
    tradevest_auth_port: u16,

    /// Port of Tradevest's price socket; 0 takes a free one
    #[arg(long, default_value_t = 8708)]
    tradevest_prices_port: u16,

    /// Milliseconds that registrations, financings and cancellations take to have their effect
    #[arg(long, default_value_t = 1000)]
    settle_ms: u64,

    /// Seconds that an access token is valid
    #[arg(long, default_value_t = 43_200)]
    token_lifetime: u64,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("florin-sandbox: {error}");
            let mut source = error.source();
            while let Some(cause) = source {
                eprintln!("  because: {cause}");
                source = cause.source();
            }
            ExitCode::FAILURE
        }
    }
}

#[tokio::main]
async fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let options = Options {
        api_port: arguments.port,
        auth_port: arguments.auth_port,
        settle_after: Duration::from_millis(arguments.settle_ms),
        token_lifetime: Duration::from_secs(arguments.token_lifetime),
        ..Options::default()
    };
    let nemuru = nemuru::Options {
        port: arguments.nemuru_port,
        course: nemuru::Course::ToFunds,
        step_after: STEP,
        ..nemuru::Options::default()
    };
    let financeit = financeit::Options {
        port: arguments.financeit_port,
        applies_after: Some(STEP),
        moves_after: Some(STEP),
        ..financeit::Options::default()
    };
    let monoova = monoova::Options {
        port: arguments.monoova_port,
        settle_after: Some(STEP),
        ..monoova::Options::default()
    };
    let tradevest = tradevest::Options {
        port: arguments.tradevest_port,
        auth_port: arguments.tradevest_auth_port,
        prices_port: arguments.tradevest_prices_port,
        step_after: STEP,
        ..tradevest::Options::default()
    };
    // Listening for the signal starts here: one that comes while the ports are opened still ends the program in order.
    let interrupted = interrupted()?;
    let builder = Sandbox::builder()
        .monetago(options)
        .nemuru(nemuru)
        .financeit(financeit)
        .monoova(monoova)
        .tradevest(tradevest);
    let known = plain::known().filter_map(plain::Options::known);
    let sandbox = known
        .fold(builder, |all, one| all.plain(one))
        .start()
        .await?;
    print!("{}", monetago_lines(sandbox.monetago()));
    print!("{}", nemuru_lines(sandbox.nemuru()));
    print!("{}", financeit_lines(sandbox.financeit()));
    print!("{}", monoova_lines(sandbox.monoova()));
    print!("{}", tradevest_lines(sandbox.tradevest()));
    for plain in plain::known().filter_map(|name| sandbox.plain(name)) {
        print!("{}", plain_lines(plain));
    }
    println!("# Ready. Ctrl-C ends it.");
    interrupted.await;
    sandbox.shutdown().await;
    println!("# stopped");
    Ok(())
}

/// Lines that a shell takes as they are.
fn monetago_lines(monetago: &MonetaGo) -> String {
    let (first, second) = (
        monetago.lender(Lender::First),
        monetago.lender(Lender::Second),
    );
    format!(
        "# MonetaGo, first lender (institution {})\n\
         export MONETAGO_API_URL={}\n\
         export MONETAGO_AUTH_URL={}\n\
         export MONETAGO_CLIENT_ID={}\n\
         export MONETAGO_CLIENT_SECRET={}\n\
         export MONETAGO_AUDIENCE={}\n\
         # MonetaGo, second lender (institution {}), whose documents can collide with the first one's\n\
         # export MONETAGO_CLIENT_ID={}\n\
         # export MONETAGO_CLIENT_SECRET={}\n",
        first.institution,
        monetago.api_url(),
        monetago.auth_url(),
        first.client_id,
        first.client_secret,
        first.audience,
        second.institution,
        second.client_id,
        second.client_secret,
    )
}

/// Lines that a shell takes as they are.
fn nemuru_lines(nemuru: &Nemuru) -> String {
    let (first, second) = (nemuru.agent(Agent::First), nemuru.agent(Agent::Second));
    format!(
        "# Nemuru, first agent ({}); borrowers and lenders take {} seconds for each step, until the money is sent\n\
         export NEMURU_API_URL={}\n\
         export NEMURU_USERNAME={}\n\
         export NEMURU_PASSWORD={}\n\
         # Nemuru, second agent ({})\n\
         # export NEMURU_USERNAME={}\n\
         # export NEMURU_PASSWORD={}\n",
        first.agent_id,
        STEP.as_secs(),
        nemuru.api_url(),
        first.username,
        first.password,
        second.agent_id,
        second.username,
        second.password,
    )
}

/// Lines that a shell takes as they are.
fn financeit_lines(financeit: &Financeit) -> String {
    let (merchant, broker) = (financeit.merchant(), financeit.broker());
    let partners = financeit.broker_partners().map(|id| id.to_string());
    format!(
        "# Financeit, a single merchant (partner {}); customers apply, and loans move on, after {} seconds each\n\
         export FINANCEIT_API_URL={}\n\
         export FINANCEIT_APP_ID={}\n\
         export FINANCEIT_APP_SECRET={}\n\
         export FINANCEIT_LOGIN={}\n\
         export FINANCEIT_PASSWORD={}\n\
         # Financeit, a broker (partners {}), who reads loans and partners by the authorization code flow only\n\
         # export FINANCEIT_LOGIN={}\n\
         # export FINANCEIT_PASSWORD={}\n\
         # export FINANCEIT_AUTHORIZE_URL={}\n\
         # export FINANCEIT_TOKEN_URL={}\n",
        financeit.merchant_partner(),
        STEP.as_secs(),
        financeit.api_url(),
        merchant.app_id,
        merchant.app_secret,
        merchant.login,
        merchant.password,
        partners.join(", "),
        broker.login,
        broker.password,
        financeit.authorize_url(),
        financeit.token_url(),
    )
}

/// Lines that a shell takes as they are.
fn monoova_lines(monoova: &Monoova) -> String {
    let (website, office) = (monoova.client_website(), monoova.back_office());
    format!(
        "# Monoova, the back office, which acts for the users {} and {}; half of an open transaction is paid in after {} seconds, and the rest after as many\n\
         export MONOOVA_API_URL={}\n\
         export MONOOVA_TOKEN_URL={}\n\
         export MONOOVA_CLIENT_ID={}\n\
         export MONOOVA_CLIENT_SECRET={}\n\
         # user {} can pay beneficiary {} in US dollars\n\
         # Monoova, the token of user {} (client_website); a client with it names no user\n\
         # export MONOOVA_CLIENT_ID={}\n\
         # export MONOOVA_CLIENT_SECRET={}\n\
         # export MONOOVA_USERNAME={}\n\
         # export MONOOVA_PASSWORD={}\n",
        User::First.id(),
        User::Second.id(),
        STEP.as_secs(),
        monoova.api_url(),
        monoova.token_url(),
        office.client_id,
        office.client_secret,
        User::First.id(),
        monoova.beneficiary(User::First, "USD").unwrap_or_default(),
        User::First.id(),
        website.client_id,
        website.client_secret,
        website.username.unwrap_or_default(),
        website.password.unwrap_or_default(),
    )
}

/// Lines that a shell takes as they are.
fn tradevest_lines(tradevest: &Tradevest) -> String {
    let customer = tradevest.plant_customer();
    let cash = tradevest.plant_product(&customer, "BALANCE_ACCOUNT");
    let wallet = tradevest.plant_product(&customer, "CURRENCY_WALLET");
    tradevest.deposit(&cash, "10000");
    format!(
        "# Tradevest; orders, onboardings and the like take {} seconds for each step. The requestor is an active natural person\n\
         export TRADEVEST_API_URL={}\n\
         export TRADEVEST_AUTH_URL={}\n\
         export TRADEVEST_PRICES_URL={}\n\
         export TRADEVEST_CLIENT_ID={}\n\
         export TRADEVEST_CLIENT_SECRET={}\n\
         export TRADEVEST_REQUESTOR_ID={}\n\
         # customer {customer} has 10,000 euros on the product {cash} and the empty wallet {wallet}\n",
        STEP.as_secs(),
        tradevest.api_url(),
        tradevest.auth_url(),
        tradevest.prices_url(),
        tradevest.client_id(),
        tradevest.client_secret(),
        tradevest.partner_person(),
    )
}

/// Lines that a shell takes as they are.
fn plain_lines(plain: &Plain) -> String {
    let prefix = plain.name().to_ascii_uppercase();
    format!(
        "# {}, played from its spec alone; API keys are {}, and a token that is always good is {}\n\
         export {prefix}_API_URL={}\n\
         export {prefix}_TOKEN_URL={}\n\
         export {prefix}_CLIENT_ID={}\n\
         export {prefix}_CLIENT_SECRET={}\n",
        plain.name(),
        plain::API_KEY,
        plain::TOKEN,
        plain.api_url(),
        plain.token_url(),
        plain::CLIENT_ID,
        plain::CLIENT_SECRET,
    )
}

/// Completes on Ctrl-C, and where there are Unix signals on SIGTERM.
#[cfg(unix)]
fn interrupted() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Completes on Ctrl-C.
#[cfg(not(unix))]
fn interrupted() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        // Without a way to hear of Ctrl-C the program ends by being ended.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
