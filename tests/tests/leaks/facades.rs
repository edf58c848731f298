//! Every verb of every facade, over a socket: what they send for a token, what they read on the way, and what they say of it.
//!
//! The verbs are those of the canary tests beside this one, which run them in memory against answers written for each provider.
//! Here the answers are the spec's, and whatever else a server can say.

#[allow(dead_code, reason = "what searches there is not needed here")]
#[path = "../financeit_canary"]
mod financeit {
    use crate::captured;
    pub(crate) mod everything;
    pub(crate) mod said;
}
#[allow(dead_code, reason = "what searches there is not needed here")]
#[path = "../monoova_canary"]
mod monoova {
    use crate::captured;
    pub(crate) mod everything;
    mod marked;
    pub(crate) mod said;
}
#[allow(dead_code, reason = "what searches there is not needed here")]
#[path = "../nemuru_canary"]
mod nemuru {
    pub(crate) mod everything;
    pub(crate) mod said;
}
#[allow(dead_code, reason = "what searches there is not needed here")]
#[path = "../tradevest_canary"]
mod tradevest {
    use crate::captured;
    pub(crate) mod everything;
    mod marked;
    pub(crate) mod said;
}

use std::collections::HashMap;
use std::sync::Arc;

use florin::RetryPolicy;
use florin_tests::tradevest::in_memory::requestor;
use serde_json::json;

use super::broken::broken;
use super::canary::{MARKED, PLAIN};
use super::generated::{Tally, prepare};
use super::replies::{Named, malformed, refused};
use super::server::{Reply, Server};
use super::spec::Spec;
use super::{monetago, said, sieve};

/// Operations that give tokens.
const TOKENS: [&str; 5] = [
    "create_access_token",
    "create_user_oauth_token",
    "get_token",
    "login",
    "refresh_token",
];

/// A provider whose operations answer as their spec says, unless they are told to say something else.
struct Provider {
    spec: Arc<Spec>,
    successes: Arc<HashMap<String, Reply>>,
    server: Server,
}

impl Provider {
    fn new(name: &str, server: &Server) -> Self {
        let spec = Spec::of(name);
        let successes = spec.operations.iter().map(|operation| {
            let prepared = prepare(&spec, operation, &mut Tally::default());
            (operation.id.clone(), prepared.success)
        });
        Self {
            successes: Arc::new(successes.collect()),
            spec: Arc::new(spec),
            server: server.clone(),
        }
    }

    /// What is answered to a token call and to any other; as the spec says where there is nothing.
    fn says(&self, token: Option<Reply>, other: Option<Reply>) {
        let (spec, successes) = (Arc::clone(&self.spec), Arc::clone(&self.successes));
        let good = json!({
            "access_token": MARKED.text, "refresh_token": MARKED.text, "token_type": "Bearer",
            "expires_in": 3600, "user_type": "Partner", "somethingNew": MARKED.text,
        });
        let good = Reply::json(200, good.to_string());
        self.server.says(move |head| {
            let asked = spec.asked(head).map(|operation| operation.id.as_str());
            let is_token = asked.is_some_and(|asked| TOKENS.contains(&asked));
            let told = if is_token { &token } else { &other };
            let success = match asked {
                Some(asked) if !is_token => successes.get(asked),
                _ => None,
            };
            let reply = told.as_ref().or(success).unwrap_or(&good);
            reply.clone()
        });
    }
}

/// Answers of all sorts, some of each.
fn some() -> Vec<Named> {
    let every = |all: Vec<Named>, step| all.into_iter().step_by(step);
    every(refused(None), 9)
        .chain(every(malformed("{\"id\": 1}"), 6))
        .chain(every(broken(), 6))
        .collect()
}

/// Runs a provider's verbs against one answer after the other.
async fn run(name: &str, server: &Server, verbs: impl AsyncFn(&str)) {
    let provider = Provider::new(name, server);
    let say = async |what: String, token, other| {
        sieve::doing(&format!("{name}, facade, {what}"));
        provider.says(token, other);
        server.heard();
        verbs(&server.url()).await;
        assert!(!server.heard().is_empty(), "{name}: something was sent");
    };
    say("success".into(), None, None).await;
    for reply in some() {
        say(reply.name, None, Some(reply.reply)).await;
    }
    for reply in some().into_iter().step_by(2) {
        say(format!("token: {}", reply.name), Some(reply.reply), None).await;
    }
}

/// Every facade.
pub(crate) async fn everything(server: &Server) {
    let never = RetryPolicy::never;
    run("financeit", server, async |url| {
        let login = format!("{}@example.com", MARKED.text);
        let credentials =
            florin::financeit::Credentials::login("app", MARKED.text, login, MARKED.text);
        said::handle("Debug of credentials", &credentials);
        let builder = florin::financeit::Client::builder()
            .environment(florin::financeit::Environment::Custom {
                api: url.to_owned(),
            })
            .credentials(credentials)
            .account(florin::financeit::Account::Merchant)
            .retry(never());
        said::handle("Debug of clients", &builder);
        let mut said = financeit::said::Said::default();
        financeit::everything::everything(&mut said, &builder.build().unwrap()).await;
        sieve::unmarked("facades", &said.0);
    })
    .await;
    run("monoova", server, async |url| {
        let credentials = florin::monoova::Credentials::client_website(
            "app",
            MARKED.text,
            format!("{}@example.com", MARKED.text),
            MARKED.text,
        );
        said::handle("Debug of credentials", &credentials);
        let builder = florin::monoova::Client::builder()
            .environment(florin::monoova::Environment::Custom {
                api: url.to_owned(),
            })
            .token_url(format!("{url}/oauth/token"))
            .credentials(credentials)
            .ledger(florin::ledger::MemoryLedger::default())
            .retry(never());
        said::handle("Debug of clients", &builder);
        let mut said = monoova::said::Said::default();
        monoova::everything::everything(&mut said, &builder.build().unwrap()).await;
        sieve::unmarked("facades", &said.0);
    })
    .await;
    run("nemuru", server, async |url| {
        let name = format!("{}@example.com", MARKED.text);
        let credentials = florin::nemuru::Credentials::new(name, MARKED.text);
        said::handle("Debug of credentials", &credentials);
        let environment = florin::nemuru::Environment::Custom {
            api: url.to_owned(),
            auth: None,
        };
        let builder = florin::nemuru::Client::builder()
            .environment(environment)
            .credentials(credentials)
            .pace(florin::poll::Pace::default().errors(0))
            .retry(never());
        said::handle("Debug of clients", &builder);
        let mut said = nemuru::said::Said::default();
        nemuru::everything::everything(&mut said, &builder.build().unwrap()).await;
        sieve::unmarked("facades", &said.0);
    })
    .await;
    run("tradevest", server, async |url| {
        let credentials = florin::tradevest::Credentials::new("a-client", MARKED.text);
        said::handle("Debug of credentials", &credentials);
        let environment = florin::tradevest::Environment::Custom {
            api: url.to_owned(),
            auth: url.to_owned(),
            prices: None,
        };
        let builder = florin::tradevest::Client::builder()
            .environment(environment)
            .credentials(credentials)
            .requestor(requestor())
            .retry(never());
        said::handle("Debug of clients", &builder);
        let client = builder.build().unwrap();
        let mut said = tradevest::said::Said::default();
        tradevest::everything::people(&mut said, &client).await;
        tradevest::everything::business(&mut said, &client).await;
        sieve::unmarked("facades", &said.0);
    })
    .await;
    run("monetago", server, async |url| {
        let credentials = florin::monetago::ClientCredentials::new("id", MARKED.text, PLAIN.text);
        let environment = florin::monetago::Environment::Custom {
            api: url.to_owned(),
            auth: url.to_owned(),
        };
        let builder = florin::monetago::Client::builder()
            .environment(environment)
            .credentials(credentials)
            .institution("FRSTSGSGXXX")
            .retry(never());
        said::handle("Debug of clients", &builder);
        monetago::everything(&builder.build().unwrap()).await;
    })
    .await;
}
