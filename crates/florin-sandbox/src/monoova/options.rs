//! How Monoova's stand-in behaves where its documentation leaves room.

use std::time::Duration;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const QUARTER_OF_AN_HOUR: Duration = Duration::from_secs(15 * 60);

/// How Monoova's stand-in behaves. The defaults are our reading of the documentation; where that is silent, a client should
/// get along with every other setting as well.
///
/// ```
/// use florin_sandbox::monoova::{Amounts, Options};
///
/// let options = Options { amounts: Amounts::Separated, ..Options::default() };
/// ```
#[derive(Clone, Debug)]
pub struct Options {
    /// Port on loopback; 0, the default, takes a free one.
    pub port: u16,
    /// How long an access token is good: 24 hours, as documented.
    pub token_lifetime: Duration,
    /// Whether a token's answer says how long it is good, in `expires_in`. Undocumented; it does by default.
    pub lifetime_in_answer: bool,
    /// Whether a user's token comes with a refresh token. Undocumented; it does by default. Using one spends it.
    pub refresh_tokens: bool,
    /// How long an idempotency key is remembered: 24 hours, as documented.
    pub key_lifetime: Duration,
    /// How long a write is being processed: so long after it has arrived it is answered, and until then a repetition under
    /// the same key gets 409. Its effect is there from the start. Zero by default.
    pub write_takes: Duration,
    /// `Retry-After` of that 409, in seconds. `None` by default: undocumented.
    pub retry_after: Option<u64>,
    /// How long a quote can be confirmed: 15 minutes by default. That quotes run out is documented nowhere, but likely.
    pub quote_lifetime: Duration,
    /// How long after its confirmation a transaction is `pending_payment`. Zero, the default: at once, and the answer of the
    /// confirmation says so; otherwise that still says `created`.
    pub confirm_after: Duration,
    /// How long after the confirmation of its payments a transaction is `open`. Zero by default, as above.
    pub allocate_after: Duration,
    /// How long an open transaction takes until half of it is paid in, and again until all is. `None`, the default, waits
    /// for [`Monoova::pay_in`](super::Monoova::pay_in).
    pub settle_after: Option<Duration>,
    /// Whether an object is answered under its name.
    pub envelope: Envelope,
    /// How amounts and rates are written.
    pub amounts: Amounts,
    /// In which of the host's languages a refusal is.
    pub errors: ErrorLanguage,
    /// What stands between a record and its field in the keys of `errors`. Undocumented; a full stop is likely.
    pub separator: Separator,
    /// Whether lists say where they stand, in `pagination`. 'Most' do.
    pub pagination: bool,
    /// Whether a rate has an identifier, which a transaction can name as `rate_id`. The sample has none.
    pub rate_ids: bool,
    /// Operations that are played at another route than the spec's, as `("get_rate", "/rate")`, or with another method, as
    /// `("confirm_transaction", "POST /transactions/{id}/confirm")`. All paths of the spec but one are inferred or guessed.
    pub routes: Vec<(String, String)>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            port: 0,
            token_lifetime: DAY,
            lifetime_in_answer: true,
            refresh_tokens: true,
            key_lifetime: DAY,
            write_takes: Duration::ZERO,
            retry_after: None,
            quote_lifetime: QUARTER_OF_AN_HOUR,
            confirm_after: Duration::ZERO,
            allocate_after: Duration::ZERO,
            settle_after: None,
            envelope: Envelope::default(),
            amounts: Amounts::default(),
            errors: ErrorLanguage::default(),
            separator: Separator::default(),
            pagination: true,
            rate_ids: false,
            routes: Vec::new(),
        }
    }
}

/// Whether a transaction or beneficiary is answered under its name. Rates and sub customers always are, and so is what stands
/// in lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Envelope {
    /// As the documentation shows it: the update of a transaction answers it bare, everything else is wrapped.
    #[default]
    AsShown,
    /// Everything is wrapped.
    Wrapped,
    /// Nothing is.
    Bare,
}

/// How amounts and rates are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Amounts {
    /// As text: `"1234.50"`.
    #[default]
    Text,
    /// As text with commas between thousands: `"1,234.50"`.
    Separated,
    /// As JSON numbers: `1234.5`.
    Numbers,
}

/// In which of the host's languages a refusal of the API is. The token endpoint always speaks OAuth 2.0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ErrorLanguage {
    /// `errors` as an object of texts by record and field, as documented.
    #[default]
    ByField,
    /// `traceId`, and `errors` as a list of objects with `errorCode` and `errorMessage`: the rest of Monoova.
    Coded,
    /// A page for people, as a gateway has it.
    Html,
}

/// What stands between a record and its field in the keys of `errors`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// `transaction.base_currency_amount`.
    #[default]
    FullStop,
    /// `transaction_base_currency_amount`.
    Underscore,
}
