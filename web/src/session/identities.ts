/** The people of the demo, and what each may do. */
export const identities = [
    { user: "sales@demo.test", name: "Sam, sales", does: "schedules meetings, meets leads" },
    { user: "second@demo.test", name: "Sasha, sales", does: "a colleague in the same team" },
    { user: "auditor@demo.test", name: "Audrey, auditor", does: "reads everything, changes nothing" },
    { user: "crm@demo.test", name: "Chris, CRM admin", does: "looks after the CRM" },
    { user: "admin@demo.test", name: "Alex, admin", does: "looks after the system" },
    { user: "sales@other.test", name: "Olga, another company", does: "sees nothing of the first one" },
] as const;
