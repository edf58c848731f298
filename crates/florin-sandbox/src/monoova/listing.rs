//! Lists, a page at a time.

use serde_json::{Value, json};

use crate::contract::Checked;

/// Which page is asked for, with the documented defaults.
pub(super) struct Page {
    page: usize,
    size: usize,
    /// Whether the answer says where it stands.
    told: bool,
}

impl Page {
    /// Reads a query that has passed the spec.
    pub(super) fn of(request: &Checked, told: bool) -> Self {
        let count = |name: &str| request.query(name).and_then(|text| text.parse().ok());
        Self {
            page: count("page").unwrap_or(1),
            size: count("page_size").unwrap_or(20),
            told,
        }
    }

    /// The page of a list. One behind the last is empty.
    pub(super) fn cut(&self, name: &str, all: impl IntoIterator<Item = Value>) -> Value {
        let all: Vec<_> = all.into_iter().collect();
        let count = all.len();
        let skipped = self.page.saturating_sub(1).saturating_mul(self.size);
        let shown: Vec<_> = all.into_iter().skip(skipped).take(self.size).collect();
        let mut answer = json!({ name: shown });
        if self.told {
            answer["pagination"] =
                json!({ "item_count": count, "page": self.page, "page_size": self.size });
        }
        answer
    }
}
