//! Companies: where their identifiers stand.

use florin_monetago::types::Party;

/// The BIC of a company, from either of the two places that the documentation names: under `identifications`, where it is
/// sent, or directly on the party.
#[must_use]
pub fn bic(party: &Party) -> Option<&str> {
    let nested = party
        .identifications
        .as_ref()
        .and_then(|known| known.any_bic.as_deref());
    nested.or_else(|| party.extra.get("any_bic")?.as_str())
}
