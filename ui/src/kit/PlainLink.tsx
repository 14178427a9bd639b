/** A link without a look of its own: it goes to a place of the router. */
export { Link } from "react-aria-components";
