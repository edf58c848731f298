#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| florin_fuzz::targets::nemuru_answer(input));
libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, room: usize, seed: u32| {
    florin_libfuzzer::mutate(data, size, room, seed)
});
