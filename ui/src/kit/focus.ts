export { FocusScope } from "react-aria/FocusScope";
