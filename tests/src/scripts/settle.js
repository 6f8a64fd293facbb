// The picture is at rest: no flight, no zoom to be painted sharp, no file on its way.
return window.untilRest();
