import { useState, type ReactNode } from "react";
import type { Application } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { useRead, useWrite } from "../../app/queries";
import { count, minutesText } from "../../app/words";
import { Button, Dialog, ErrorState, Loaded, Select } from "../../kit";
import { chosenFor, keyed, NOBODY, picksOf, type KeyedSeat } from "./seats";
import styles from "./interviews.module.css";

/** Assigns everything that an application still lacks in one action: suggested by load, to be changed, taken back by one undo. */
export function AssignPanelDialog({ application, onClose }: { application: Application; onClose: () => void }): ReactNode {
  const seats = useRead("interviewSeats", [application.id]);
  const [changed, setChanged] = useState<Record<string, string>>({});
  const assign = useWrite("interviewAssignPanel", { quietErrors: true, undo: true, onDone: onClose, said: (done) => `${count(done.value.length, "interview")} assigned.` });
  const picks = picksOf(keyed(seats.data ?? []), changed);
  return (
    <Dialog
      title={`Assign the panel of ${application.candidate_name}`}
      isOpen
      wide
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="main" isDisabled={picks.length === 0} isPending={assign.isPending} onPress={() => assign.mutate([application.id, picks])}>
            {picks.length === 0 ? "Assign the panel" : `Assign ${count(picks.length, "interview")}`}
          </Button>
        </>
      }
    >
      <Loaded query={seats} rows={4}>
        {(list) =>
          list.length === 0 ? <p>Every seat of the panel is taken: each assessment has as many raters as the plan wants.</p> : (
            <ul className={styles.seats}>
              {keyed(list).map((seat, place) => (
                <Seat key={seat.key} seat={seat} place={place} chosen={chosenFor(seat, changed)} onChange={(id) => setChanged({ ...changed, [seat.key]: id })} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <p className={styles.note}>Ratings of this application close to each of them until they have submitted. Who is suggested follows from what they have open; times are agreed afterwards.</p>
      {assign.error && <ErrorState inset {...describeError(assign.error)} />}
    </Dialog>
  );
}

function Seat({ seat, place, chosen, onChange }: { seat: KeyedSeat; place: number; chosen: string; onChange: (id: string) => void }): ReactNode {
  const people = useRead("personList", []);
  const options = (people.data ?? []).filter((one) => !one.archived).map((one) => ({ id: one.id, label: one.name, hint: one.id === seat.person?.id ? "suggested" : undefined }));
  const own = chosen === (seat.person?.id ?? NOBODY);
  return (
    <li>
      <span className={styles.seat}>{seat.assessment_title} <span className={styles.note}>{minutesText(seat.minutes)}</span></span>
      <Select label={`Seat ${place + 1}: ${seat.assessment_title}`} hideLabel value={chosen} onChange={onChange} options={[...options, { id: NOBODY, label: "Nobody yet" }]} />
      <span className={styles.why}>{own ? seat.why : "Chosen by you."}</span>
    </li>
  );
}
