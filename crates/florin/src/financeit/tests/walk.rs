//! The walk against services that behave, that don't, and whose list changes all the while.

use std::collections::HashSet;

use proptest::prelude::*;

use super::super::walk::{Stuck, Walk, Window};

/// How a service makes a page of its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Service {
    /// As documented.
    Documented,
    /// Gives no more than this, and counts its pages by that.
    Capped(u64),
    /// Gives no more than this, and counts its pages by what was asked for.
    CappedAfterwards(u64),
    /// Gives pages of this size, whatever is asked for.
    OfItsOwnSize(u64),
    /// Gives the first page, whatever is asked for.
    FirstPageAlways,
    /// Counts its pages by the documented size, whatever is asked for.
    CountingByTwenty,
    /// Gives the first twenty, each time beginning with another one.
    Turning,
}

impl Service {
    fn page(self, list: &[u32], window: Window) -> Vec<String> {
        let Window { page, limit } = window;
        let (offset, count) = match self {
            Self::Documented => ((page - 1) * limit, limit),
            Self::Capped(cap) => ((page - 1) * limit.min(cap), limit.min(cap)),
            Self::CappedAfterwards(cap) => ((page - 1) * limit, limit.min(cap)),
            Self::OfItsOwnSize(size) => ((page - 1) * size, size),
            Self::FirstPageAlways => (0, limit),
            Self::CountingByTwenty => ((page - 1) * 20, limit),
            Self::Turning => {
                let mut turned: Vec<_> = list.iter().take(20).map(ToString::to_string).collect();
                turned.rotate_left(page as usize % 20);
                turned.truncate(limit as usize);
                return turned;
            }
        };
        list.iter()
            .skip(offset as usize)
            .take(count as usize)
            .map(ToString::to_string)
            .collect()
    }
}

/// What a walk gave, and what it asked for.
#[derive(Debug, Default)]
struct Given {
    loans: Vec<String>,
    asked: Vec<(u64, u64)>,
    is_stuck: bool,
}

/// Walks to the end; `change` is called before every request but the first.
fn walk(
    service: Service,
    size: u32,
    list: &mut Vec<u32>,
    mut change: impl FnMut(&mut Vec<u32>),
) -> Given {
    let mut walk = Walk::new(size);
    let mut given = Given::default();
    while let Some(window) = walk.next() {
        if !given.asked.is_empty() {
            change(list);
        }
        given.asked.push((window.page, window.limit));
        assert!(given.asked.len() < 1000, "no end: {:?}", &given.asked[..20]);
        assert_eq!(walk.next(), Some(window), "asking again asks for the same");
        let page = service.page(list, window);
        match walk.take(window, &page) {
            Ok(new) => given
                .loans
                .extend(new.into_iter().map(|at| page[at].clone())),
            Err(Stuck) => given.is_stuck = true,
        }
    }
    given
}

fn still(service: Service, size: u32, count: u32) -> Given {
    let given = walk(service, size, &mut (0..count).collect(), |_| {});
    let unique: HashSet<_> = given.loans.iter().collect();
    assert_eq!(unique.len(), given.loans.len(), "given twice");
    given
}

fn is_whole(given: &Given, count: u32) -> bool {
    let all: Vec<String> = (0..count).map(|loan| loan.to_string()).collect();
    given.loans == all && !given.is_stuck
}

#[test]
fn a_list_of_any_length_is_given_once_and_in_order() {
    for size in [1, 2, 3, 7, 10, 20, 100] {
        for count in 0..=130 {
            let given = still(Service::Documented, size, count);
            assert!(is_whole(&given, count), "{size} {count} {given:?}");
        }
    }
}

#[test]
fn short_empty_and_exactly_full_pages_end_it_with_one_request_too_many_at_most() {
    assert_eq!(still(Service::Documented, 20, 0).asked, [(1, 20)]);
    // Nobody knows whether nineteen are all, or all that the service gives at once.
    assert_eq!(still(Service::Documented, 20, 19).asked, [(1, 20), (2, 18)]);
    for count in 1..100 {
        let asked = still(Service::Documented, 100, count).asked;
        assert_eq!(asked.len(), 2, "{count} {asked:?}");
    }
    // An exactly full page may have another one behind it.
    assert_eq!(still(Service::Documented, 20, 20).asked, [(1, 20), (2, 19)]);
    assert_eq!(still(Service::Documented, 20, 30).asked, [(1, 20), (2, 19)]);
    assert_eq!(
        still(Service::Documented, 20, 38).asked,
        [(1, 20), (2, 19), (3, 18)]
    );
}

#[test]
fn a_page_as_small_as_one_loan_ends_too() {
    let given = still(Service::Documented, 1, 3);
    assert_eq!(given.asked, [(1, 1), (2, 1), (3, 1), (4, 1)]);
}

#[test]
fn overlapping_costs_a_third_more_requests_and_a_tenth_with_large_pages() {
    for (size, most) in [(20, 1.4), (100, 1.15)] {
        let asked = still(Service::Documented, size, 5000).asked.len();
        let without = 5000.0 / f64::from(size) + 1.0;
        assert!(asked as f64 / without < most, "{size}: {asked}");
    }
}

#[test]
fn a_service_that_gives_less_than_asked_for_does_not_end_it_early() {
    for service in [Service::Capped, Service::CappedAfterwards] {
        for count in [0, 1, 24, 25, 26, 49, 50, 51, 200] {
            let given = still(service(25), 100, count);
            assert!(is_whole(&given, count), "{count} {given:?}");
        }
    }
}

#[test]
fn a_service_that_gives_less_than_the_documented_size_does_not_end_it_early() {
    for service in [Service::Capped, Service::CappedAfterwards] {
        for cap in 1..=19 {
            for size in [20, 50, 100] {
                for count in [0, 1, 2, cap as u32 - 1, cap as u32, cap as u32 + 1, 47, 240] {
                    let given = still(service(cap), size, count);
                    assert!(is_whole(&given, count), "{cap} {size} {count} {given:?}");
                }
            }
        }
    }
}

#[test]
fn a_service_with_pages_of_its_own_size_is_followed() {
    for (own, asked) in [(50, 20), (20, 5), (25, 10), (20, 20)] {
        for count in [0, 1, 19, 20, 21, 50, 51, 100, 130] {
            let given = still(Service::OfItsOwnSize(own), asked, count);
            assert!(is_whole(&given, count), "{own} {asked} {count} {given:?}");
        }
    }
}

#[test]
fn a_service_that_counts_its_pages_in_its_own_way_is_followed_on_trust() {
    for count in [0, 19, 20, 21, 40, 41, 90] {
        let given = still(Service::CountingByTwenty, 20, count);
        assert!(is_whole(&given, count), "{count} {given:?}");
    }
}

#[test]
fn a_service_that_always_gives_the_same_page_is_noticed() {
    for (size, count) in [(20, 20), (20, 50), (1, 2), (2, 5)] {
        let given = still(Service::FirstPageAlways, size, count);
        assert!(given.is_stuck && given.asked.len() < 15, "{given:?}");
    }
    assert!(is_whole(&still(Service::FirstPageAlways, 20, 19), 19));
    let turning = still(Service::Turning, 20, 50);
    assert!(turning.is_stuck && turning.asked.len() < 100, "{turning:?}");
}

#[test]
fn loans_that_come_in_while_paging_repeat_and_hide_nothing() {
    let mut list: Vec<u32> = (0..100).collect();
    let mut next = 1000;
    let given = walk(Service::Documented, 20, &mut list, |list| {
        for _ in 0..7 {
            list.insert(0, next);
            next += 1;
        }
    });
    let all: Vec<String> = (0..100).map(|loan: u32| loan.to_string()).collect();
    assert_eq!(given.loans, all);
}

#[test]
fn loans_that_leave_while_paging_hide_no_other() {
    // Between the first and the second page, so many of the first leave that the second begins behind a gap.
    for leaving in 1..=20 {
        let mut list: Vec<u32> = (0..60).collect();
        let mut left = false;
        let given = walk(Service::Documented, 20, &mut list, |list| {
            if !std::mem::replace(&mut left, true) {
                list.drain(..leaving);
            }
        });
        let all: Vec<String> = (0..60).map(|loan: u32| loan.to_string()).collect();
        assert_eq!(given.loans, all, "{leaving}");
    }
}

/// What happens to the list before a request.
#[derive(Clone, Debug)]
enum Change {
    /// Loans come in at the top.
    Come(u8),
    /// A loan enters the filter, anywhere: the place in 256ths of the list.
    Enters(u8),
    /// Loans leave the list from somewhere on.
    Leave(u8, u8),
}

fn changes() -> impl Strategy<Value = Vec<Vec<Change>>> {
    let change = prop_oneof![
        (1..30_u8).prop_map(Change::Come),
        any::<u8>().prop_map(Change::Enters),
        (any::<u8>(), 1..12_u8).prop_map(|(place, count)| Change::Leave(place, count)),
    ];
    prop::collection::vec(prop::collection::vec(change, 0..4), 0..30)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn whatever_comes_and_goes_a_loan_that_stays_is_given_and_none_twice(
        size in 10..60_u32,
        count in 0..300_u32,
        // A page holds at most as many as asked for, or fewer.
        cap in prop_oneof![Just(u64::MAX), 10..30_u64],
        counts_by_cap in any::<bool>(),
        changes in changes(),
    ) {
        let service = if counts_by_cap { Service::Capped(cap) } else { Service::CappedAfterwards(cap) };
        let mut list: Vec<u32> = (0..count).collect();
        let mut ever: HashSet<u32> = list.iter().copied().collect();
        let mut next = count;
        let mut changes = changes.into_iter();
        let given = walk(service, size, &mut list, |list| {
            for change in changes.next().unwrap_or_default() {
                let at = |place: u8| list.len() * usize::from(place) / 256;
                match change {
                    Change::Come(count) => {
                        for _ in 0..count {
                            list.insert(0, next);
                            next += 1;
                        }
                    }
                    Change::Enters(place) => {
                        list.insert(at(place), next);
                        next += 1;
                    }
                    Change::Leave(place, count) => {
                        let from = at(place);
                        let to = (from + usize::from(count)).min(list.len());
                        list.drain(from..to);
                    }
                }
            }
            ever.extend(list.iter());
        });
        prop_assert!(!given.is_stuck);
        let unique: HashSet<_> = given.loans.iter().collect();
        prop_assert_eq!(unique.len(), given.loans.len(), "given twice");
        for loan in list.iter().filter(|loan| **loan < count) {
            prop_assert!(unique.contains(&loan.to_string()), "{} is missing: {:?}", loan, given.asked);
        }
        prop_assert!(given.loans.iter().all(|loan| ever.contains(&loan.parse().unwrap())));
    }
}
