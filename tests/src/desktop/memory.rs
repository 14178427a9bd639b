//! Resident memory of a program and everything it started, from Linux's `/proc` (proc(5)).

use std::collections::BTreeMap;
use std::fs;

/// Proportional set size, in MiB, of everything that descends from the process `root`, without `root` itself: pages
/// that several processes share are counted once among them.
pub fn below(root: u32) -> f64 {
    let kilobytes: u64 = descendants(root).into_iter().map(proportional).sum();
    f64::from(u32::try_from(kilobytes).unwrap_or(u32::MAX)) / 1024.0
}

/// The ids of everything that descends from the process `root`, without it.
pub fn descendants(root: u32) -> Vec<u32> {
    let parents = parents();
    let descends = |id: &u32| {
        let mut id = *id;
        while let Some(parent) = parents.get(&id) {
            if *parent == root {
                return true;
            }
            id = *parent;
        }
        false
    };
    parents.keys().copied().filter(descends).collect()
}

fn parents() -> BTreeMap<u32, u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    ids.filter_map(|id: u32| Some((id, parent_of(id)?))).collect()
}

/// The fourth field of `stat`; the second may hold spaces and brackets, so counting begins after its last bracket.
fn parent_of(id: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

fn proportional(id: u32) -> u64 {
    let rollup = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
    line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}
