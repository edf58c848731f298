//! What a test sees and steers at every stand-in alike.

/// The methods of a stand-in's handle that are the same for all providers. The handle has a field `stand_in` with the
/// fields `stage` and `contract`.
macro_rules! steer {
    ($handle:ty) => {
        impl $handle {
            /// Every request so far, to all hosts of this provider, in the order of arrival.
            #[must_use]
            pub fn received(&self) -> Vec<$crate::Received> {
                self.stand_in.stage.received.all()
            }

            /// Every request so far for one operation, by its `operationId` in the spec.
            #[must_use]
            pub fn received_by(&self, operation: &str) -> Vec<$crate::Received> {
                self.received()
                    .into_iter()
                    .filter(|request| request.operation.as_deref() == Some(operation))
                    .collect()
            }

            /// Forgets the requests so far. The state stays.
            pub fn clear_received(&self) {
                self.stand_in.stage.received.clear();
            }

            /// Waits until so many requests have arrived in all since the last
            /// [`clear_received`](Self::clear_received), whether answered or held back by a fault.
            pub async fn wait_for_received(&self, count: usize) {
                self.stand_in.stage.received.at_least(count).await;
            }

            /// Plans a fault. Several may be planned; at one request strikes the first that applies.
            ///
            /// # Errors
            ///
            /// The fault names an operation that the spec does not have, so it could never strike.
            pub fn misbehave(&self, fault: $crate::Fault) -> Result<(), $crate::UnknownOperation> {
                self.stand_in
                    .stage
                    .faults
                    .plan(&self.stand_in.contract, fault)
            }

            /// How many requests a fault has struck [`unread`](crate::Fault::unread).
            #[must_use]
            pub fn turned_away(&self) -> usize {
                let turned_away = &self.stand_in.stage.turned_away;
                turned_away.load(::std::sync::atomic::Ordering::Relaxed)
            }

            /// Stops listening at every host of this provider, for good, and closes the connections that are there. When this
            /// returns, whoever tries is refused, and nobody holds on to a connection of before. The state stays to be seen.
            pub async fn refuse_connections(&self) {
                self.stand_in.stage.doors.shut().await;
            }

            /// Begins a [storm](crate::Storm), in place of one that there may be: faults at a share of all requests from here
            /// on. Where a fault is planned for a request as well, that one strikes.
            pub fn storm(&self, storm: $crate::Storm) {
                self.stand_in.stage.faults.1.begin(storm);
            }

            /// What the storm has struck, in the order of arrival; also once it is over.
            #[must_use]
            pub fn struck(&self) -> Vec<$crate::Struck> {
                self.stand_in.stage.faults.1.struck()
            }

            /// Drops every fault that is planned, and ends the storm.
            pub fn behave(&self) {
                self.stand_in.stage.faults.clear();
            }
        }
    };
}

pub(crate) use steer;
