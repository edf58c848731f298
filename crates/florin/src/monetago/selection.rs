//! Naming FVRs to an operation: by one kind of identifier, never by two.

use florin_monetago::types::FinancingBatchItem;

/// FVRs, named by one kind of identifier. The documentation forbids mixing kinds in one call; here it can't be said.
///
/// All but [`Fvrs`](Self::Fvrs) reach widely: every FVR of the group, the ones you don't think of included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// Single FVRs, by `submitter_data_set_identification`.
    Fvrs(Vec<String>),
    /// Every FVR of these registrations, by `request_identification`.
    Registrations(Vec<String>),
    /// Every FVR of these pools, by `pool_identification`.
    Pools(Vec<String>),
    /// Every FVR of these batches, by `batch_identification`. Whether that is the lender's own name of the batch or one
    /// that the registry gave is undocumented.
    Batches(Vec<String>),
}

impl Selection {
    /// One FVR.
    pub fn fvr(data_set_id: impl Into<String>) -> Self {
        Self::Fvrs(vec![data_set_id.into()])
    }

    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Fvrs(ids) | Self::Registrations(ids) | Self::Pools(ids) | Self::Batches(ids) => {
                ids.is_empty()
            }
        }
    }

    /// One item per identifier, each with exactly one field.
    pub(super) fn into_items(self) -> Vec<FinancingBatchItem> {
        let (ids, put): (_, fn(&mut FinancingBatchItem, String)) = match self {
            Self::Fvrs(ids) => (ids, |item, id| {
                item.submitter_data_set_identification = Some(id)
            }),
            Self::Registrations(ids) => (ids, |item, id| item.request_identification = Some(id)),
            Self::Pools(ids) => (ids, |item, id| item.pool_identification = Some(id)),
            Self::Batches(ids) => (ids, |item, id| item.batch_identification = Some(id)),
        };
        ids.into_iter()
            .map(|id| {
                let mut item = FinancingBatchItem::default();
                put(&mut item, id);
                item
            })
            .collect()
    }
}
