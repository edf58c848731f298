//! What is done with an input that breaks a promise: it is made smaller, written down, and told.

use std::any::Any;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use florin_fuzz::Target;
use florin_fuzz::parts::number;

/// How long is spent on making it smaller.
const PATIENCE: Duration = Duration::from_secs(20);

/// Gives an input to a target: what it said where it panicked.
pub(crate) fn tried(target: Target, input: &[u8]) -> Result<(), String> {
    catch_unwind(AssertUnwindSafe(|| (target.run)(input))).map_err(|said| text(&*said))
}

fn text(said: &(dyn Any + Send)) -> String {
    let text = said.downcast_ref::<String>().cloned();
    text.or_else(|| said.downcast_ref::<&str>().map(|text| (*text).to_owned()))
        .unwrap_or_default()
}

/// Panics with all that somebody needs to look into it.
pub(crate) fn told(target: Target, input: &[u8], seed: u64, said: &str) -> ! {
    let small = smaller(target, input);
    let name = format!("found-{:08x}", number(&small));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(target.name);
    let path = folder.join(&name);
    fs::create_dir_all(&folder).unwrap();
    fs::write(&path, &small).unwrap();
    let shown = String::from_utf8_lossy(&small[..small.len().min(1_000)]).into_owned();
    panic!(
        "{} (seed {seed}): {said}\nthe input, made smaller: {shown:?}\nit is in {}\nreplay it: FUZZ_INPUT={} cargo test -p \
         florin-fuzz --test short_run replay\nkeep it: copy it to fuzz/corpus/{}/",
        target.name,
        path.display(),
        path.display(),
        target.name,
    );
}

/// Takes pieces away, large ones first, for as long as what is left still panics.
fn smaller(target: Target, input: &[u8]) -> Vec<u8> {
    let started = Instant::now();
    let mut small = input.to_vec();
    let mut piece = small.len() / 2;
    while piece > 0 {
        let mut at = 0;
        while at < small.len() {
            if started.elapsed() > PATIENCE {
                return small;
            }
            let end = (at + piece).min(small.len());
            let without = [&small[..at], &small[end..]].concat();
            if tried(target, &without).is_err() {
                small = without;
            } else {
                at = end;
            }
        }
        piece /= 2;
    }
    small
}
