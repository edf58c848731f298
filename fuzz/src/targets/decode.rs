//! Answers, provider by provider: any of its operations, any status, any media type, any body, through a session.
//!
//! See [`answers`](crate::answers): an answer is read the same each time; what is read is written, read and written the same;
//! no number changes on the way; an error names the operation and the place and shows no value; and a write whose success
//! can't be read stays in doubt.

use crate::answers::check;
use crate::operations::{financeit, monetago, monoova, nemuru, tradevest};

/// Of Financeit.
pub fn financeit_answer(input: &[u8]) {
    check(financeit::ALL, input);
}

/// Of MonetaGo.
pub fn monetago_answer(input: &[u8]) {
    check(monetago::ALL, input);
}

/// Of Monoova.
pub fn monoova_answer(input: &[u8]) {
    check(monoova::ALL, input);
}

/// Of Nemuru.
pub fn nemuru_answer(input: &[u8]) {
    check(nemuru::ALL, input);
}

/// Of Tradevest.
pub fn tradevest_answer(input: &[u8]) {
    check(tradevest::ALL, input);
}
