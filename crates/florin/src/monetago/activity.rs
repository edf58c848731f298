//! Reading the activity endpoint once, all pages of a window.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{DateTime, SecondsFormat, Utc};
use florin_core::Seam;

use super::Error;
use super::event::{Event, events};

/// What one page asks for. The documented sample asks for as many; default and maximum are undocumented.
const PAGE: usize = 1000;

/// The activity endpoint.
#[derive(Clone, Debug)]
pub(super) struct Activity {
    api: florin_monetago::Client,
    longest: Arc<LongestPage>,
}

/// All events of a window, as the registry listed them at one time.
pub(super) struct Listing {
    /// When the first page was asked for.
    pub(super) read_at: DateTime<Utc>,
    /// Oldest first; those without a time come last.
    pub(super) events: Vec<Event>,
}

impl Activity {
    pub(super) fn new(api: florin_monetago::Client) -> Self {
        Self {
            api,
            longest: Arc::default(),
        }
    }

    pub(super) fn seam(&self) -> &Seam {
        self.api.session().seam()
    }

    /// All events after `after`.
    pub(super) async fn after(&self, after: Option<DateTime<Utc>>) -> Result<Listing, Error> {
        let read_at = self.seam().now();
        let mut all: Vec<Event> = Vec::new();
        loop {
            let mut request = self
                .api
                .get_activity()
                .limit(PAGE as i64)
                .offset(all.len() as i64);
            if let Some(after) = after {
                // UTC with milliseconds and `Z`, as in every sample.
                request = request.after(after.to_rfc3339_opts(SecondsFormat::Millis, true));
            }
            let page = events(request.send().await?.into_inner().0, read_at);
            // A registry that pays no heed to `offset` would give the same page for ever.
            if all.ends_with(&page) {
                break;
            }
            let is_last = self.longest.is_longer_than(page.len());
            all.extend(page);
            if is_last {
                break;
            }
        }
        all.sort_by_key(|event| {
            event
                .time()
                .map_or((1, DateTime::<Utc>::MIN_UTC), |time| (0, time))
        });
        Ok(Listing {
            read_at,
            events: all,
        })
    }
}

/// The longest page so far. The most that the registry puts on one is undocumented, so a page shorter than asked for may
/// have been cut; one that is shorter than another was not.
#[derive(Debug, Default)]
struct LongestPage(AtomicUsize);

impl LongestPage {
    /// Whether a page of this length is known to be the last. An empty one always is.
    fn is_longer_than(&self, length: usize) -> bool {
        length == 0 || length < self.0.fetch_max(length, Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_may_have_been_cut_is_followed_by_another() {
        let longest = LongestPage::default();
        assert!(longest.is_longer_than(0), "nothing follows an empty page");
        assert!(!longest.is_longer_than(3), "three may be the most");
        assert!(!longest.is_longer_than(3));
        assert!(longest.is_longer_than(2), "three were possible");
        assert!(
            !longest.is_longer_than(7),
            "seven may be the most after all"
        );
        assert!(longest.is_longer_than(3));
    }
}
