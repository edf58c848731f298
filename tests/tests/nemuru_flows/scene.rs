//! A sandbox that posts callbacks to a shop's server, and a loan that somebody waits for.

use std::time::Duration;

use florin::nemuru::{Callbacks, Loan, Milestone, Outcome, WebhookAuth, callback_webhook};
use florin::webhook::Sender;
use florin_sandbox::Sandbox;
use florin_sandbox::nemuru::{Delivery, Nemuru};
use serde_json::{Value, json};
use tokio::task::JoinHandle;

use super::receiver::Receiver;
use super::{first, invited, sandbox};

pub(crate) const HEADER: &str = "Bearer a-long-and-random-value";

/// Pollers that ask by themselves once and then, but for callbacks, not for an hour: whoever gets on was woken.
pub(crate) fn callbacks() -> Callbacks {
    Callbacks::builder(Sender::header(HEADER).unwrap())
        .safety_net(Duration::from_secs(3600))
        .at_most_every(Duration::ZERO)
        .spread(Duration::ZERO)
        .build()
}

pub(crate) type Waiting = JoinHandle<Result<Outcome, florin::nemuru::Error>>;

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
        let loan = invited(&sandbox).await;
        let request = callback_webhook(&receiver.url, auth);
        first(&sandbox).ensure_webhook(&request).await.unwrap();
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
        let waiting = tokio::spawn(self.receiver.callbacks.attach(poller).into_future());
        self.nemuru().wait_for_received(1).await;
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

/// The body of a callback.
pub(crate) fn event(loan: &str, step: &str) -> Value {
    json!({"id": loan, "event": "loan_steps", "step": step, "triggered_at": "2026-11-02T08:00:00+00:00"})
}
