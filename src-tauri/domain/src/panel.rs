//! Who interviews: for each assessment the people who usually hold it, and whom to suggest for a candidate, by load.

use std::collections::BTreeMap;

use crate::ids::PersonId;

/// Most raters of one assessment of one candidate; more cost more of everybody's time than they tell.
pub const MOST_RATERS: u32 = 5;

/// What somebody has to do already, and how they stand to the application.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Minutes of their open interviews, in all roles.
    pub minutes: u32,
    /// Interviews of the role that they have held or hold.
    pub interviews: u32,
    /// Other assessments of this application that they hold or have held.
    pub here: u32,
    /// Whether they have read ratings of this application: then they are not independent.
    pub has_read: bool,
}

/// An assessment that raters are wanted for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Its time box.
    pub minutes: u32,
    /// How many raters are missing.
    pub raters: u32,
    /// The people who may hold it, in the panel's order.
    pub people: Vec<PersonId>,
}

/// Chooses people for what is wanted, in the order of `wanted`; fewer than wanted where there are too few. Nobody gets the
/// same assessment twice.
///
/// Where few may hold an assessment they are chosen first. Among those who may: first whoever has read no ratings of the
/// application, then whoever holds nothing else of it (another pair of eyes for each assessment), then whoever has the fewest
/// minutes open, then the fewest interviews of the role, then the panel's order. What is chosen counts as load at once.
pub fn choose(wanted: &[Wanted], loads: &BTreeMap<PersonId, Load>) -> Vec<Vec<PersonId>> {
    let mut loads = loads.clone();
    let mut chosen = vec![Vec::new(); wanted.len()];
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|index| (wanted[*index].people.len(), *index));
    for index in order {
        let one = &wanted[index];
        for _ in 0..one.raters {
            let Some(person) = lightest(&one.people, &chosen[index], &loads) else { break };
            let load = loads.entry(person).or_default();
            load.minutes = load.minutes.saturating_add(one.minutes);
            load.interviews += 1;
            load.here += 1;
            chosen[index].push(person);
        }
    }
    chosen
}

fn lightest(people: &[PersonId], taken: &[PersonId], loads: &BTreeMap<PersonId, Load>) -> Option<PersonId> {
    let free = people.iter().enumerate().filter(|(_, person)| !taken.contains(person));
    free.min_by_key(|(place, person)| {
        let load = loads.get(person).copied().unwrap_or_default();
        (load.has_read, load.here, load.minutes, load.interviews, *place)
    })
    .map(|(_, person)| *person)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn person(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    fn wanted(raters: u32, people: &[u128]) -> Wanted {
        Wanted { minutes: 45, raters, people: people.iter().copied().map(person).collect() }
    }

    fn chosen(wanted: &[Wanted], loads: &[(u128, Load)]) -> Vec<Vec<u128>> {
        let loads = loads.iter().map(|(number, load)| (person(*number), *load)).collect();
        choose(wanted, &loads).iter().map(|one| one.iter().map(|id| id.0.as_u128()).collect()).collect()
    }

    #[test]
    fn each_assessment_gets_other_eyes_and_few_are_served_first() {
        let plan = [wanted(1, &[1, 2, 3]), wanted(1, &[1]), wanted(2, &[1, 2, 3])];
        assert_eq!(chosen(&plan, &[]), [vec![2], vec![1], vec![3, 1]]);
    }

    #[test]
    fn whoever_has_least_to_do_is_chosen_unless_they_have_read_ratings() {
        let busy = Load { minutes: 90, ..Load::default() };
        let read = Load { has_read: true, ..Load::default() };
        let here = Load { here: 1, ..Load::default() };
        assert_eq!(chosen(&[wanted(1, &[1, 2])], &[(1, busy)]), [[2]]);
        assert_eq!(chosen(&[wanted(1, &[1, 2])], &[(1, busy), (2, read)]), [[1]]);
        assert_eq!(chosen(&[wanted(1, &[1, 2])], &[(1, busy), (2, here)]), [[1]]);
    }

    #[test]
    fn too_few_people_are_no_more_for_being_wanted() {
        assert_eq!(chosen(&[wanted(3, &[1, 2]), wanted(1, &[])], &[]), [vec![1, 2], vec![]]);
    }

    #[test]
    fn twelve_candidates_are_spread_evenly() {
        let plan: Vec<Wanted> = (0..4).map(|_| wanted(2, &[1, 2, 3, 4, 5])).collect();
        let mut loads: BTreeMap<PersonId, Load> = BTreeMap::new();
        for _ in 0..12 {
            let fresh = loads.iter().map(|(id, load)| (*id, Load { here: 0, ..*load })).collect();
            for id in choose(&plan, &fresh).concat() {
                let load = loads.entry(id).or_default();
                load.minutes += 45;
                load.interviews += 1;
            }
        }
        let counts: Vec<u32> = loads.values().map(|load| load.interviews).collect();
        assert_eq!((counts.len(), counts.iter().sum::<u32>()), (5, 96));
        let (least, most) = (counts.iter().min().unwrap(), counts.iter().max().unwrap());
        assert!(most - least <= 1, "{counts:?}");
    }
}
