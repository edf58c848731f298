//! Which files travel together: over as few requests as fit.

/// The most files that are packed by search, and the most placements that it tries. Beyond that it stays as first fit
/// made it.
const SEARCHED: usize = 64;
const STEPS: u32 = 100_000;

/// Packs items of these sizes into as few bins as it finds; each item fits a bin by itself. The items of a bin are in
/// their own order, and the bins in the order of their first items, so that the same files always go the same way.
///
/// First fit with the largest first needs at most 11/9 of the fewest and one more. Where that leaves a doubt, an exact
/// search settles it for a dozen or two of files.
pub(super) fn pack(sizes: &[u64], capacity: u64) -> Vec<Vec<usize>> {
    let mut largest_first: Vec<usize> = (0..sizes.len()).collect();
    largest_first.sort_by_key(|&item| std::cmp::Reverse(sizes[item]));
    let mut best = first_fit(&largest_first, sizes, capacity);
    let fewest = fewest_possible(sizes, capacity);
    while best.len() > fewest && sizes.len() <= SEARCHED {
        let mut search = Search {
            items: &largest_first,
            sizes,
            capacity,
            bins: Vec::new(),
            limit: best.len() - 1,
            steps: STEPS,
        };
        if !search.place(0) {
            break;
        }
        best = search.bins.into_iter().map(|bin| bin.items).collect();
    }
    for bin in &mut best {
        bin.sort_unstable();
    }
    best.sort_unstable();
    best
}

/// No packing has fewer bins than this.
fn fewest_possible(sizes: &[u64], capacity: u64) -> usize {
    let whole: u128 = sizes.iter().map(|&size| u128::from(size)).sum();
    let by_size = whole.div_ceil(u128::from(capacity.max(1)));
    // No two of these share a bin.
    let large = sizes.iter().filter(|&&size| size > capacity / 2).count();
    usize::try_from(by_size).unwrap_or(usize::MAX).max(large)
}

fn first_fit(items: &[usize], sizes: &[u64], capacity: u64) -> Vec<Vec<usize>> {
    let mut bins: Vec<(u64, Vec<usize>)> = Vec::new();
    for &item in items {
        let size = sizes[item];
        match bins.iter_mut().find(|(left, _)| *left >= size) {
            Some((left, bin)) => {
                *left -= size;
                bin.push(item);
            }
            None => bins.push((capacity.saturating_sub(size), vec![item])),
        }
    }
    bins.into_iter().map(|(_, bin)| bin).collect()
}

/// A search for a packing into at most `limit` bins.
struct Search<'a> {
    /// Largest first: what is hard to place fails early.
    items: &'a [usize],
    sizes: &'a [u64],
    capacity: u64,
    bins: Vec<Bin>,
    limit: usize,
    steps: u32,
}

struct Bin {
    left: u64,
    items: Vec<usize>,
}

impl Search<'_> {
    /// Places the items from `at` on. False where there is no way, or none was found in time; then `bins` is as before.
    fn place(&mut self, at: usize) -> bool {
        let Some(&item) = self.items.get(at) else {
            return true;
        };
        let size = self.sizes[item];
        let mut tried = Vec::new();
        for bin in 0..self.bins.len() {
            let left = self.bins[bin].left;
            // Bins with the same room are the same bin to this item.
            if left < size || tried.contains(&left) {
                continue;
            }
            tried.push(left);
            if self.steps == 0 {
                return false;
            }
            self.steps -= 1;
            self.bins[bin].left -= size;
            self.bins[bin].items.push(item);
            if self.place(at + 1) {
                return true;
            }
            self.bins[bin].left = left;
            self.bins[bin].items.pop();
        }
        if self.bins.len() == self.limit {
            return false;
        }
        self.bins.push(Bin {
            left: self.capacity.saturating_sub(size),
            items: vec![item],
        });
        if self.place(at + 1) {
            return true;
        }
        self.bins.pop();
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sizes: &[u64], capacity: u64, bins: usize) -> Vec<Vec<usize>> {
        let packed = pack(sizes, capacity);
        assert_eq!(packed.len(), bins, "{sizes:?} into {capacity}: {packed:?}");
        let mut all: Vec<usize> = packed.iter().flatten().copied().collect();
        all.sort_unstable();
        assert_eq!(all, (0..sizes.len()).collect::<Vec<_>>(), "each once");
        for bin in &packed {
            let whole: u64 = bin.iter().map(|&item| sizes[item]).sum();
            assert!(whole <= capacity, "{bin:?} holds {whole}");
        }
        packed
    }

    #[test]
    fn what_fits_one_request_goes_in_one_in_the_order_given() {
        assert_eq!(check(&[3, 9, 1, 7], 20, 1), [[0, 1, 2, 3]]);
        assert_eq!(check(&[20], 20, 1), [[0]]);
        assert!(pack(&[], 20).is_empty());
    }

    #[test]
    fn the_order_of_files_and_requests_is_the_order_given() {
        assert_eq!(check(&[11, 12, 8, 9], 20, 2), [[0, 3], [1, 2]]);
    }

    #[test]
    fn where_first_fit_needs_one_more_the_search_finds_the_fewest() {
        // First fit, largest first: 10+8, 8+6+4, 3. Better: 10+6+4, 8+8+3.
        let sizes = [10, 8, 8, 6, 4, 3];
        assert_eq!(first_fit(&[0, 1, 2, 3, 4, 5], &sizes, 20).len(), 3);
        check(&sizes, 20, 2);
        let sizes = [12, 9, 8, 7, 6, 5, 5, 5, 2];
        let order: Vec<usize> = (0..sizes.len()).collect();
        assert_eq!(first_fit(&order, &sizes, 20).len(), 4);
        check(&sizes, 20, 3);
    }

    #[test]
    fn it_is_as_good_as_trying_everything() {
        let mut state = 7_u64;
        let mut draw = |limit: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (state >> 33) % limit + 1
        };
        for _ in 0..300 {
            let count = draw(7);
            let sizes: Vec<u64> = (0..count).map(|_| draw(20)).collect();
            check(&sizes, 20, fewest(&sizes, 20));
        }
    }

    /// By trying all assignments of items to bins.
    fn fewest(sizes: &[u64], capacity: u64) -> usize {
        (1..=sizes.len())
            .find(|&bins| {
                (0..bins.pow(sizes.len() as u32)).any(|mut assignment| {
                    let mut filled = vec![0; bins];
                    for size in sizes {
                        filled[assignment % bins] += size;
                        assignment /= bins;
                    }
                    filled.iter().all(|&filled| filled <= capacity)
                })
            })
            .unwrap_or(0)
    }

    #[test]
    fn hundreds_of_files_are_packed_in_no_time() {
        let sizes: Vec<u64> = (0..500)
            .map(|at| 1_000_000 + at * 37_123 % 9_000_000)
            .collect();
        let packed = pack(&sizes, 20_000_000);
        let least = fewest_possible(&sizes, 20_000_000);
        assert!(
            packed.len() <= least * 11 / 9 + 1,
            "{} {least}",
            packed.len()
        );
    }

    #[test]
    fn the_same_files_always_go_the_same_way() {
        let sizes = [9, 9, 9, 9, 2, 2, 2, 2];
        assert_eq!(pack(&sizes, 20), pack(&sizes, 20));
    }
}
