import { HeapCalendar } from "#engine/kernel/heap-calendar";
import { calendarLaws } from "./calendar.laws";

calendarLaws("the 4-ary heap", (keys) => new HeapCalendar(keys));
