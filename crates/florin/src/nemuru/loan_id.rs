//! Identifiers of loans, which the caller makes.

use std::io;

/// A new identifier for a loan: a random UUID (version 4).
///
/// Store it before you [create](super::Client::create_loan) the loan. It is what the loan is found by when the answer is
/// lost, and what keeps a second try from inviting the customer a second time.
///
/// ```
/// # fn main() -> std::io::Result<()> {
/// let id = florin::nemuru::new_loan_id()?;
/// assert_eq!(id.len(), 36);
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// Where the operating system gives no random bytes.
pub fn new_loan_id() -> io::Result<String> {
    let mut bytes = [0; 16];
    getrandom::getrandom(&mut bytes)?;
    Ok(version_4(bytes))
}

/// RFC 9562, section 5.4.
fn version_4(bytes: [u8; 16]) -> String {
    let number = u128::from_be_bytes(bytes);
    let number = number & !(0xf << 76) | (0x4 << 76);
    let number = number & !(0b11 << 62) | (0b10 << 62);
    let text = format!("{number:032x}");
    let part = |from: usize, to: usize| &text[from..to];
    [
        part(0, 8),
        part(8, 12),
        part(12, 16),
        part(16, 20),
        part(20, 32),
    ]
    .join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::uuid_text::is_uuid;

    #[test]
    fn version_and_variant_are_where_they_belong_and_the_rest_is_chance() {
        assert_eq!(version_4([0; 16]), "00000000-0000-4000-8000-000000000000");
        assert_eq!(
            version_4([0xff; 16]),
            "ffffffff-ffff-4fff-bfff-ffffffffffff"
        );
        let id = new_loan_id().unwrap();
        assert!(is_uuid(&id), "{id}");
        assert_ne!(id, new_loan_id().unwrap());
    }
}
