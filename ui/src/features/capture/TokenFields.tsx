import { useRead, useWrite } from "../../app/queries";
import { capitalised } from "../../app/words";
import { Button, Loaded, Note, Row, Section, TextField } from "../../kit";

/** Whether a token is kept for the server, and a way to keep, give or forget one. It never comes back to the window. */
export function TokenFields({ api, token, onChange }: { api: string; token: string; onChange: (token: string) => void }) {
  const status = useRead("captureTokenStatus", [api]);
  const again = () => void status.refetch();
  const keep = useWrite("captureTokenKeep", { onDone: () => { onChange(""); again(); }, said: "The token is in the system's keyring." });
  const forget = useWrite("captureTokenForget", { onDone: again, said: "The token is out of the keyring." });
  return (
    <Section title="Token" note="Without one GitHub gives 60 requests an hour to everybody at your address together: a light capture just fits, a full one takes eight hours. A token needs no rights at all for public data.">
      <Loaded query={status} rows={1}>
        {(known) =>
          known.kept ? (
            <Row>
              <span>A token for {known.host} is in the system's keyring.</span>
              <Button small kind="danger" onPress={() => forget.mutate([api])} isPending={forget.isPending}>
                Forget it
              </Button>
            </Row>
          ) : (
            <>
              {known.no_keyring && <Note small>{sentence(known.no_keyring)}</Note>}
              <Row end>
                <TextField label={`Token for ${known.host}`} type="password" value={token} onChange={onChange} autoComplete="off" />
                {!known.no_keyring && (
                  <Button onPress={() => keep.mutate([api, token])} isPending={keep.isPending} isDisabled={token.trim() === ""}>
                    Keep it in the keyring
                  </Button>
                )}
              </Row>
              <Note small>{known.no_keyring ? "It is used for this capture only." : "It is used for this capture only, unless you keep it."}</Note>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function sentence(text: string): string {
  return `${capitalised(text)}.`;
}
