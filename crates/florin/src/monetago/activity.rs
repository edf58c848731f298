//! Reading the activity endpoint once, all pages of a window.

use chrono::{DateTime, SecondsFormat, Utc};

use super::event::{Event, events};
use super::Error;

/// What one page asks for. The documented sample asks for as many; default and maximum are undocumented.
const PAGE: usize = 1000;

/// The activity endpoint.
#[derive(Clone, Debug)]
pub(super) struct Activity {
    api: florin_monetago::Client,
}

impl Activity {
    pub(super) const fn new(api: florin_monetago::Client) -> Self {
        Self { api }
    }

    pub(super) const fn api(&self) -> &florin_monetago::Client {
        &self.api
    }

    /// All events after `after`, oldest first; those without a time come last.
    pub(super) async fn after(&self, after: Option<DateTime<Utc>>) -> Result<Vec<Event>, Error> {
        let mut all: Vec<Event> = Vec::new();
        loop {
            let mut request = self.api.get_activity().limit(PAGE as i64).offset(all.len() as i64);
            if let Some(after) = after {
                // UTC with milliseconds and `Z`, as in every sample.
                request = request.after(after.to_rfc3339_opts(SecondsFormat::Millis, true));
            }
            let page = events(request.send().await?.into_inner().0);
            let length = page.len();
            all.extend(page);
            if is_last(length) {
                break;
            }
        }
        all.sort_by_key(|event| event.time().map_or((1, DateTime::<Utc>::MIN_UTC), |time| (0, time)));
        Ok(all)
    }
}

/// Whether nothing follows a page of this length. The largest page that the registry gives is undocumented, so a page
/// shorter than asked for may have been cut; but nobody cuts at an odd number.
const fn is_last(length: usize) -> bool {
    let looks_cut = length >= 10 && (length.is_multiple_of(5) || length.is_power_of_two());
    length == 0 || !looks_cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_may_have_been_cut_is_followed_by_another() {
        for length in [10, 20, 25, 50, 64, 100, 128, 250, 256, 500, 1000] {
            assert!(!is_last(length), "{length}");
        }
        for length in [0, 1, 2, 5, 9, 11, 37, 99, 101, 999] {
            assert!(is_last(length), "{length}");
        }
    }
}
