//! What libFuzzer changes inputs by: its own mutations, and ours, which know JSON.

use florin_fuzz::mutate::{Chance, mutated};

/// One step away from an input: `size` bytes of `data`, which has room for `room`.
pub fn mutate(data: &mut [u8], size: usize, room: usize, seed: u32) -> usize {
    let mut chance = Chance::of(seed.into());
    if chance.is_heads() {
        return libfuzzer_sys::fuzzer_mutate(data, size, room);
    }
    let input = data[..size].to_vec();
    let made = mutated(&input, &input, &mut chance);
    let size = made.len().min(room);
    data[..size].copy_from_slice(&made[..size]);
    size
}
