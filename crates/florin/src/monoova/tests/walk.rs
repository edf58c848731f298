//! The walk over pages, with servers that behave, that don't, and whose list changes all the while.

use std::collections::HashSet;

use proptest::prelude::*;

use super::super::walk::{Numbers, Trouble, Walk};

/// How a server makes a page of its list, and what it says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Server {
    /// As documented.
    Documented,
    /// Gives no more than this on a page, and says so.
    Capped(u64),
    /// Gives its last page instead of one that there isn't, and says so.
    LastInstead,
    /// Says how many there are, and no more than that.
    CountOnly,
    /// Says which page it is, and no more than that.
    PageOnly,
    /// Says nothing after the first page.
    NumbersOnce,
    /// Gives the first page, whatever is asked for, and doesn't say so.
    FirstAlways,
    /// Gives the first page, whatever is asked for, and says so.
    FirstAlwaysSaid,
    /// Has pages, and says nothing of them.
    Silent,
    /// Gives no more than this on a page, and says that it gives what was asked for.
    CappedUnsaid(u64),
    /// Gives the first page, whatever is asked for, and says that it is the one.
    FirstAlwaysAsAsked,
    /// Has but one page, says how many there are, and gives nothing after it.
    EmptyFromTwo,
    /// Counts none.
    CountsNone,
    /// Has no pages, and gives all.
    Whole,
    /// The same, and has `pagination` without anything in it.
    WholeSaidEmptily,
}

impl Server {
    fn page(self, list: &[u32], asked: u64, size: u64) -> (Vec<String>, Option<Numbers>) {
        let count = list.len() as u64;
        let asked_size = size;
        let size = match self {
            Self::Capped(cap) | Self::CappedUnsaid(cap) => size.min(cap),
            Self::Whole | Self::WholeSaidEmptily => count.max(1),
            _ => size,
        };
        let page = match self {
            Self::LastInstead => asked.min(count.div_ceil(size).max(1)),
            Self::FirstAlways | Self::FirstAlwaysSaid | Self::FirstAlwaysAsAsked => 1,
            Self::Whole | Self::WholeSaidEmptily => 1,
            _ => asked,
        };
        let items = list
            .iter()
            .skip(((page - 1) * size) as usize)
            .take(match self {
                Self::EmptyFromTwo if page > 1 => 0,
                _ => size as usize,
            })
            .map(ToString::to_string)
            .collect();
        let all = Numbers {
            item_count: Some(count),
            page: Some(page),
            page_size: Some(size),
        };
        let numbers = match self {
            Self::Whole | Self::Silent => None,
            Self::WholeSaidEmptily => Some(Numbers::default()),
            Self::NumbersOnce if asked > 1 => None,
            Self::FirstAlways => Some(Numbers { page: None, ..all }),
            Self::FirstAlwaysAsAsked => Some(Numbers {
                page: Some(asked),
                ..all
            }),
            Self::CappedUnsaid(_) => Some(Numbers {
                page_size: Some(asked_size),
                ..all
            }),
            Self::CountsNone => Some(Numbers {
                item_count: Some(0),
                ..all
            }),
            Self::CountOnly => Some(Numbers {
                page: None,
                page_size: None,
                ..all
            }),
            Self::PageOnly => Some(Numbers {
                item_count: None,
                page_size: None,
                ..all
            }),
            _ => Some(all),
        };
        (items, numbers)
    }
}

#[derive(Debug, Default)]
struct Given {
    items: Vec<String>,
    requests: u64,
    trouble: Option<Trouble>,
}

/// Walks to the end; `change` is called before every request but the first.
fn walk(
    server: Server,
    size: u64,
    list: &mut Vec<u32>,
    mut change: impl FnMut(&mut Vec<u32>),
) -> Given {
    let mut walk = Walk::new(size);
    let mut given = Given::default();
    while let Some(page) = walk.next() {
        if given.requests > 0 {
            change(list);
        }
        given.requests += 1;
        assert!(given.requests < 1000, "no end");
        assert_eq!(walk.next(), Some(page), "asking again asks for the same");
        let (items, numbers) = server.page(list, page, size);
        match walk.take(page, numbers, &items) {
            Ok(new) => given
                .items
                .extend(new.into_iter().map(|at| items[at].clone())),
            Err(trouble) => given.trouble = Some(trouble),
        }
    }
    let unique: HashSet<_> = given.items.iter().collect();
    assert_eq!(unique.len(), given.items.len(), "given twice");
    given
}

fn still(server: Server, size: u64, count: u32) -> Given {
    walk(server, size, &mut (0..count).collect(), |_| {})
}

fn is_whole(given: &Given, count: u32) -> bool {
    let all: Vec<String> = (0..count).map(|item| item.to_string()).collect();
    given.items == all && given.trouble.is_none()
}

#[test]
fn a_list_of_any_length_is_given_once_and_in_order_with_no_request_too_many() {
    for size in [1, 2, 3, 20, 100] {
        for count in 0..=130 {
            for server in [Server::Documented, Server::LastInstead, Server::NumbersOnce] {
                let given = still(server, size, count);
                assert!(
                    is_whole(&given, count),
                    "{server:?} {size} {count} {given:?}"
                );
                let pages = u64::from(count).div_ceil(size).max(1);
                assert_eq!(given.requests, pages, "{server:?} {size} {count}");
            }
        }
    }
}

#[test]
fn a_list_without_numbers_is_whole_and_read_once() {
    for count in [0, 1, 20, 100, 130] {
        for server in [Server::Whole, Server::WholeSaidEmptily] {
            let given = still(server, 20, count);
            assert!(is_whole(&given, count), "{given:?}");
            // Twenty may be a page, so the next one is asked for.
            assert_eq!(given.requests, if count == 20 { 2 } else { 1 });
        }
    }
}

#[test]
fn a_server_that_has_pages_and_says_nothing_of_them_is_read_to_the_end() {
    for size in [1, 3, 20, 100] {
        for count in 0..=130 {
            let given = still(Server::Silent, size, count);
            assert!(is_whole(&given, count), "{size} {count} {given:?}");
            assert_eq!(given.requests, u64::from(count) / size + 1);
        }
    }
}

#[test]
fn the_end_is_told_by_the_size_that_the_server_keeps_to() {
    for count in 0..=130 {
        let given = still(Server::Capped(7), 100, count);
        assert!(is_whole(&given, count), "{count} {given:?}");
    }
}

#[test]
fn a_server_that_says_half_of_it_is_read_to_the_end_all_the_same() {
    for size in [1, 7, 20] {
        for count in 0..=60 {
            for server in [Server::CountOnly, Server::PageOnly] {
                let given = still(server, size, count);
                assert!(
                    is_whole(&given, count),
                    "{server:?} {size} {count} {given:?}"
                );
                let pages = u64::from(count).div_ceil(size).max(1);
                // Without a count only an empty page tells the end.
                let more = u64::from(server == Server::PageOnly && count > 0);
                assert_eq!(given.requests, pages + more, "{server:?} {size} {count}");
            }
        }
    }
}

#[test]
fn a_server_that_doesn_t_go_on_is_noticed() {
    let given = still(Server::FirstAlways, 20, 90);
    assert_eq!(given.trouble, Some(Trouble::NothingNew));
    assert_eq!((given.items.len(), given.requests), (20, 4));

    let given = still(Server::FirstAlwaysSaid, 20, 90);
    assert_eq!(
        given.trouble,
        Some(Trouble::OtherPage { asked: 2, came: 1 })
    );
    assert_eq!(given.requests, 2);
}

#[test]
fn a_later_page_is_another_page_too() {
    let mut walk = Walk::new(20);
    let numbers = Numbers {
        item_count: Some(3),
        page: Some(3),
        page_size: Some(1),
    };
    let trouble = walk.take(1, Some(numbers), &["c".to_owned()]).unwrap_err();
    assert_eq!(trouble, Trouble::OtherPage { asked: 1, came: 3 });
    assert_eq!(walk.next(), None);
}

#[test]
fn a_server_that_gives_less_than_it_says_is_read_to_the_end_all_the_same() {
    let given = still(Server::CappedUnsaid(20), 100, 250);
    assert!(is_whole(&given, 250), "{given:?}");
    assert_eq!(given.requests, 13);
    for count in 0..=130 {
        let given = still(Server::CappedUnsaid(7), 100, count);
        assert!(is_whole(&given, count), "{count} {given:?}");
    }
}

#[test]
fn a_list_that_ends_before_the_servers_own_count_is_no_good_end() {
    let too_few = Some(Trouble::TooFew {
        came: 100,
        count: 250,
    });
    for server in [Server::FirstAlwaysAsAsked, Server::EmptyFromTwo] {
        let given = still(server, 100, 250);
        assert_eq!((given.items.len(), given.trouble), (100, too_few));
        assert!(given.requests <= 3, "{server:?}");
    }
}

#[test]
fn a_count_below_what_is_there_is_none() {
    for count in [1, 19, 20, 100, 101, 250] {
        let given = still(Server::CountsNone, 100, count);
        assert!(is_whole(&given, count), "{count} {given:?}");
    }
}

#[test]
fn an_empty_page_is_the_end_and_no_good_one_where_the_server_counts_more() {
    let numbers = |item_count| Numbers {
        item_count,
        page: Some(1),
        page_size: Some(20),
    };
    let mut walk = Walk::new(20);
    assert_eq!(walk.take(1, Some(numbers(None)), &[]), Ok(Vec::new()));
    assert_eq!(walk.next(), None);
    let mut walk = Walk::new(20);
    let trouble = walk.take(1, Some(numbers(Some(1000))), &[]).unwrap_err();
    let (came, count) = (0, 1000);
    assert_eq!(trouble, Trouble::TooFew { came, count });
    assert_eq!(walk.next(), None);
}

#[test]
fn an_item_that_stands_on_a_page_twice_is_given_once_and_may_be_counted_twice() {
    let mut walk = Walk::new(20);
    let numbers = Numbers {
        item_count: Some(3),
        page: Some(1),
        page_size: Some(20),
    };
    let keys = ["a", "b", "b"].map(str::to_owned);
    assert_eq!(walk.take(1, Some(numbers), &keys), Ok(vec![0, 1]));
    assert_eq!(walk.next(), None);
}

#[test]
fn what_is_added_in_front_meanwhile_is_found_by_another_reading() {
    let mut list = (0..60).collect();
    let mut new = Some(1000);
    let given = walk(Server::Documented, 20, &mut list, |list| {
        if let Some(new) = new.take() {
            list.insert(0, new);
        }
    });
    assert_eq!((given.items.len(), given.trouble), (61, None));
    assert!(given.items.contains(&"1000".to_owned()));
    // Pages 1 to 4, an empty one, and the first again.
    assert_eq!(given.requests, 6);
}

#[test]
fn a_list_that_grows_and_never_shows_it_comes_to_an_end_that_says_so() {
    let mut walk = Walk::new(20);
    let mut count = 1;
    let mut requests = 0;
    let trouble = loop {
        let page = walk.next().unwrap();
        count += 5;
        requests += 1;
        let numbers = Numbers {
            item_count: Some(count),
            page: Some(page),
            page_size: Some(20),
        };
        let keys = match page {
            1 => vec![count.to_string()],
            _ => Vec::new(),
        };
        if let Err(trouble) = walk.take(page, Some(numbers), &keys) {
            break trouble;
        }
    };
    assert_eq!(trouble, Trouble::TooFew { came: 3, count });
    assert_eq!((requests, walk.next()), (6, None));
}

#[test]
fn a_list_that_has_become_shorter_ends_with_its_last_page_given_instead() {
    let mut shrinks = |list: &mut Vec<u32>| list.truncate(15);
    let mut list = (0..60).collect();
    let given = walk(Server::LastInstead, 20, &mut list, &mut shrinks);
    assert_eq!((given.items.len(), given.trouble), (20, None));
    let mut list = (0..60).collect();
    let given = walk(Server::Documented, 20, &mut list, &mut shrinks);
    assert_eq!((given.items.len(), given.trouble), (20, None));
}

#[test]
fn numbers_beyond_all_counting_end_it_or_go_on_and_never_panic() {
    let mut walk = Walk::new(20);
    let numbers = Numbers {
        item_count: Some(u64::MAX),
        page: None,
        page_size: Some(u64::MAX),
    };
    let key = ["a".to_owned()];
    walk.take(1, Some(numbers), &key).unwrap();
    let mut walk = Walk::new(20);
    let numbers = Numbers {
        page_size: Some(1),
        ..numbers
    };
    walk.take(u64::MAX, Some(numbers), &key).unwrap();
    assert_eq!(walk.next(), None);
}

proptest! {
    /// What comes in, in front or behind or between, hides nothing that was there from the start. Fewer at once than a page
    /// has, or a page may hold nothing new.
    #[test]
    fn what_is_added_meanwhile_hides_nothing(
        size in 2_u64..30,
        count in 0_u32..90,
        server in prop_oneof![Just(Server::Documented), Just(Server::LastInstead)],
        places in prop::collection::vec(0.0_f64..=1.0, 0..60),
    ) {
        let mut list: Vec<u32> = (0..count).collect();
        let mut places = places.into_iter().zip(1000..);
        let given = walk(server, size, &mut list, |list| {
            for (place, new) in places.by_ref().take(size as usize - 1) {
                list.insert((place * list.len() as f64) as usize, new);
            }
        });
        // What came in front on the way may be missing; then it is said.
        let is_well = matches!(given.trouble, None | Some(Trouble::TooFew { .. }));
        prop_assert!(is_well);
        let items: HashSet<_> = given.items.iter().cloned().collect();
        for item in 0..count {
            prop_assert!(items.contains(&item.to_string()), "{} is missing", item);
        }
    }

    /// Whatever happens to a list, nothing is given twice, nothing is made up, and it ends.
    #[test]
    fn a_list_that_changes_in_any_way_comes_to_an_end_without_anything_twice(
        size in 1_u64..30,
        count in 0_u32..90,
        server in prop_oneof![
            Just(Server::Documented),
            Just(Server::LastInstead),
            Just(Server::CountOnly),
            Just(Server::PageOnly),
            Just(Server::NumbersOnce),
            Just(Server::FirstAlways),
            Just(Server::FirstAlwaysAsAsked),
            Just(Server::EmptyFromTwo),
            Just(Server::CountsNone),
            (1_u64..10).prop_map(Server::CappedUnsaid),
            (1_u64..10).prop_map(Server::Capped),
        ],
        changes in prop::collection::vec((0_u8..3, 0.0_f64..1.0, 0.0_f64..=1.0), 0..200),
    ) {
        let mut list: Vec<u32> = (0..count).collect();
        let mut ever: HashSet<String> = list.iter().map(ToString::to_string).collect();
        let mut changes = changes.into_iter().zip(1000..);
        let given = walk(server, size, &mut list, |list| {
            for ((what, from, to), new) in changes.by_ref().take(3) {
                let at = (from * list.len() as f64) as usize;
                let item = match what {
                    0 => {
                        ever.insert(new.to_string());
                        Some(new)
                    }
                    _ if list.is_empty() => None,
                    1 => Some(list.remove(at)),
                    _ => {
                        list.remove(at);
                        None
                    }
                };
                if let Some(item) = item {
                    list.insert((to * list.len() as f64) as usize, item);
                }
            }
        });
        for item in &given.items {
            prop_assert!(ever.contains(item), "{} is made up", item);
        }
    }
}
