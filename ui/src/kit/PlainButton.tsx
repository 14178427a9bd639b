/** A button without a look of its own, for rows and cells that act as a whole. */
export { Button } from "react-aria-components";
