import { Breadcrumb, Breadcrumbs, Link } from "react-aria-components";
import { useCurrentPlace } from "./place";
import styles from "./Crumbs.module.css";

/** Where the person is, each place above as a link. */
export function Crumbs() {
  const { title, crumbs } = useCurrentPlace();
  return (
    <nav aria-label="Breadcrumb" className={styles.nav}>
      <Breadcrumbs className={styles.crumbs}>
        {crumbs.map((crumb) => (
          <Breadcrumb key={crumb.to} className={styles.crumb}>
            <Link href={crumb.to} className={styles.link}>
              {crumb.label}
            </Link>
            <span aria-hidden="true">›</span>
          </Breadcrumb>
        ))}
        <Breadcrumb className={styles.crumb}>
          <span aria-current="page" className={styles.here}>
            {title}
          </span>
        </Breadcrumb>
      </Breadcrumbs>
    </nav>
  );
}
