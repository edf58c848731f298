//! What webhooks have to be told, in order, and what came of it.

use serde_json::Value;
use tokio::sync::mpsc;

use super::loans::Change;
use super::view;
use super::webhooks::{Authentication, Webhook};

/// One notification of one webhook, as a test sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Callback {
    /// Counts from 0, in the order in which the statuses changed.
    pub number: usize,
    /// The webhook that it is for.
    pub webhook_id: String,
    /// The webhook's client: `callback` or `email`.
    pub client: String,
    /// Where it goes: a URL, or an e-mail address.
    pub target: String,
    /// The loan.
    pub loan_id: String,
    /// The status that the loan came to.
    pub step: String,
    /// When it came to it, as the body says.
    pub triggered_at: String,
    /// What came of each attempt to deliver it. Empty as long as it is held back or on its way.
    pub deliveries: Vec<Delivery>,
}

/// What came of an attempt to deliver a callback.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// The receiver answered with this status.
    Answered(u16),
    /// There was no answer, for this reason.
    Failed(String),
    /// It was an e-mail. None is really sent.
    Mailed,
}

impl Delivery {
    /// Whether the receiver took it: a status from 200 to 299, or an e-mail.
    #[must_use]
    pub fn is_success(&self) -> bool {
        match self {
            Self::Answered(status) => (200..300).contains(status),
            Self::Failed(_) => false,
            Self::Mailed => true,
        }
    }
}

/// What is needed to deliver it.
#[derive(Clone, Debug)]
pub(super) struct Letter {
    pub(super) client: String,
    pub(super) target: String,
    pub(super) body: Value,
    pub(super) authentication: Authentication,
}

#[derive(Debug)]
pub(super) struct Callbacks {
    records: Vec<(Callback, Letter)>,
    /// What is held back, while everything is.
    held: Option<Vec<usize>>,
    outbox: mpsc::UnboundedSender<usize>,
}

impl Callbacks {
    pub(super) const fn new(outbox: mpsc::UnboundedSender<usize>) -> Self {
        Self {
            records: Vec::new(),
            held: None,
            outbox,
        }
    }

    /// Tells every enabled webhook of the loan's agent.
    pub(super) fn tell<'a>(
        &mut self,
        change: &Change,
        webhooks: impl Iterator<Item = &'a Webhook>,
    ) {
        let told = webhooks.filter(|webhook| webhook.enabled && webhook.agent == change.agent);
        for webhook in told {
            let number = self.records.len();
            let callback = Callback {
                number,
                webhook_id: webhook.id.clone(),
                client: webhook.client.clone(),
                target: webhook.target.clone(),
                loan_id: change.loan_id.clone(),
                step: change.step.clone(),
                triggered_at: view::time(change.at),
                deliveries: Vec::new(),
            };
            let letter = Letter {
                client: webhook.client.clone(),
                target: webhook.target.clone(),
                body: view::event(change),
                authentication: webhook.authentication.clone(),
            };
            self.records.push((callback, letter));
            match &mut self.held {
                Some(held) => held.push(number),
                None => self.send(number),
            }
        }
    }

    pub(super) fn hold(&mut self) {
        self.held.get_or_insert_default();
    }

    pub(super) fn release(&mut self) {
        for number in self.held.take().unwrap_or_default() {
            self.send(number);
        }
    }

    /// Takes one callback out, to be delivered by hand: it does not go out again when the others are released.
    pub(super) fn take(&mut self, number: usize) -> Option<Letter> {
        if let Some(held) = &mut self.held {
            held.retain(|known| *known != number);
        }
        self.letter(number)
    }

    pub(super) fn letter(&self, number: usize) -> Option<Letter> {
        self.records.get(number).map(|(_, letter)| letter.clone())
    }

    pub(super) fn delivered(&mut self, number: usize, delivery: Delivery) {
        if let Some((callback, _)) = self.records.get_mut(number) {
            callback.deliveries.push(delivery);
        }
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Callback> {
        self.records.iter().map(|(callback, _)| callback)
    }

    fn send(&self, number: usize) {
        // Nobody takes it once the sandbox has stopped, and then nobody waits for it.
        let _ = self.outbox.send(number);
    }
}
