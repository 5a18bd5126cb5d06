import { LadderCalendar } from "#engine/kernel/ladder-calendar";
import { calendarLaws } from "./calendar.laws.ts";

calendarLaws("the ladder", (keys) => new LadderCalendar(keys));
