//! A sandbox that posts callbacks to a shop's server, and a loan that somebody waits for.

use std::time::Duration;

use florin::nemuru::{
    Callbacks, Client, Error, Following, Loan, Milestone, Outcome, WebhookAuth, callback_webhook,
};
use florin::poll::Poller;
use florin::webhook::Sender;
use florin_sandbox::Sandbox;
use florin_sandbox::nemuru::{Agent, Delivery, Nemuru};
use florin_tests::nemuru::shop;
use serde_json::{Value, json};
use tokio::task::JoinHandle;

use super::receiver::Receiver;
use super::{invited, sandbox};

pub(crate) const HEADER: &str = "Bearer a-long-and-random-value";

/// Pollers that ask by themselves once and then, but for callbacks, not for an hour: whoever gets on was woken.
pub(crate) fn callbacks() -> Callbacks {
    Callbacks::builder(Sender::header(HEADER).unwrap())
        .safety_net(Duration::from_secs(3600))
        .at_most_every(Duration::ZERO)
        .spread(Duration::ZERO)
        .build()
}

/// Somebody who waits in the background, and stops when this is dropped.
pub(crate) struct Waiting(JoinHandle<Result<Outcome, Error>>);

impl Waiting {
    pub(crate) fn with(callbacks: &Callbacks, poller: Poller<Following>) -> Self {
        Self(tokio::spawn(callbacks.attach(poller).into_future()))
    }

    /// The outcome. Who isn't woken waits for two hours, and that is too long.
    pub(crate) async fn outcome(mut self) -> Outcome {
        let outcome = tokio::time::timeout(Duration::from_secs(30), &mut self.0).await;
        let Ok(outcome) = outcome else {
            panic!("nobody has woken it")
        };
        outcome.unwrap().unwrap()
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// A sandbox that posts to a receiver, and a loan that somebody waits for.
pub(crate) struct Scene {
    pub(crate) sandbox: Sandbox,
    pub(crate) receiver: Receiver,
    loan: Loan,
}

impl Scene {
    pub(crate) async fn new() -> Self {
        Self::of(callbacks(), WebhookAuth::header(HEADER)).await
    }

    pub(crate) async fn of(callbacks: Callbacks, auth: WebhookAuth) -> Self {
        let sandbox = sandbox().await;
        let receiver = Receiver::start(callbacks).await;
        let client = patient(&sandbox);
        let loan = client.resume(invited(&sandbox).await.handle().clone());
        let request = callback_webhook(&receiver.url, auth);
        client.ensure_webhook(&request).await.unwrap();
        Self {
            sandbox,
            receiver,
            loan,
        }
    }

    pub(crate) fn nemuru(&self) -> &Nemuru {
        self.sandbox.nemuru()
    }

    /// Waits in the background, and has read the loan once when this returns.
    pub(crate) async fn wait(&self, milestone: Milestone) -> Waiting {
        self.nemuru().clear_received();
        let poller = self.loan.poller_until(milestone).at_once();
        let waiting = Waiting::with(&self.receiver.callbacks, poller);
        self.nemuru().wait_for_received(1).await;
        while self.nemuru().received()[0].answered.is_none() {
            tokio::task::yield_now().await;
        }
        waiting
    }

    pub(crate) fn readings(&self) -> usize {
        self.nemuru().received_by("get_loan").len()
    }

    pub(crate) async fn forge(&self, body: &Value, header: Option<&str>) -> Delivery {
        self.nemuru()
            .forge_callback(&self.receiver.url, body, header)
            .await
    }
}

/// A client whose pollers don't get so far as to look once more before they give up.
pub(crate) fn patient(sandbox: &Sandbox) -> Client {
    let pace = shop::pace().deadline(Duration::from_secs(7200));
    let builder = shop::builder(sandbox, Agent::First).unwrap();
    builder.pace(pace).build().unwrap()
}

/// The body of a callback.
pub(crate) fn event(loan: &str, step: &str) -> Value {
    json!({"id": loan, "event": "loan_steps", "step": step, "triggered_at": "2026-11-02T08:00:00+00:00"})
}
